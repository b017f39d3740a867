package io.goldenpath.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import io.goldenpath.probe.Access;
import io.goldenpath.probe.Call;
import io.goldenpath.probe.Capture;
import io.goldenpath.probe.Login;
import io.goldenpath.probe.Secret;
import io.goldenpath.probe.TargetSocket;
import io.goldenpath.probe.TokenCarrier;
import io.goldenpath.probe.TokenSigner;
import java.io.IOException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoginsTests {

  private final Mistakes mistakes = new Mistakes(List.of());

  @Test
  void tenLinesWatchAPlatform() throws IOException {
    Access access =
        access(
            """
            login: { type: password, url: https://auth.example.com/auth/login }
            socket: { url: wss://api.example.com/ws }
            users: [ { email: a@example.com, password: "${PASSWORD}" } ]
            """);

    assertThat(access.login()).isInstanceOf(Login.Exchange.class);
    Login.Exchange login = (Login.Exchange) access.login();
    Call call = login.calls().getFirst();
    assertThat(call.what()).isEqualTo("POST /auth/login");
    assertThat(call.body())
        .isEqualTo(
            new Call.Body.Json(Secret.of("{\"email\":\"{email}\",\"password\":\"{password}\"}")));
    assertThat(call.expects().captures())
        .containsExactly(new Capture("token", Capture.Part.POINTER, "/access_token", null));
    assertThat(login.whose()).isEqualTo(Login.Whose.TOKENS_OWN);
    assertThat(access.socket().carriers()).containsExactly(new TokenCarrier.Header());
    assertThat(access.socket().subprotocols()).isEmpty();
  }

  @Test
  void offersTheSubprotocolThatGoesWithTheToken() throws IOException {
    assertThat(socket("token-in: subprotocol").subprotocols()).containsExactly("jwt-auth");
    assertThat(socket("token-in: subprotocol, subprotocols: [ chat ]").subprotocols())
        .containsExactly("chat");
    assertThat(socket("token-in: none").carriers()).isEmpty();
    assertThat(socket("token-in: [ header, query ], query: auth").carriers())
        .containsExactly(new TokenCarrier.Header(), new TokenCarrier.Query("auth"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          /access_token                   | POINTER | /access_token | ^^
          header:Location                 | HEADER  | Location      | ^^
          header:Location regex:code=(.+) | HEADER  | Location      | code=(.+)
          cookie:XSRF-TOKEN               | COOKIE  | XSRF-TOKEN    | ^^
          regex:name="(.+)"               | BODY    | ^^            | name="(.+)"
          /html regex:v=(.)               | POINTER | /html         | v=(.)
          """)
  void readsWhereAValueIsTakenFrom(String text, Capture.Part part, String key, String pattern) {
    Capture capture = new CaptureReader(mistakes).read("at", "it", text).orElseThrow();

    assertThat(capture).isEqualTo(new Capture("it", part, key, pattern.isEmpty() ? null : pattern));
    assertThat(capture.place()).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"HS256, 32", "HS384, 48", "HS512, 64"})
  void signsWithASharedSecret(String algorithm, int bytes) throws Exception {
    String secret = "s".repeat(bytes);

    assertThat(verified(algorithm, secret, new MACVerifier(secret))).isTrue();
    assertThat(signers().read("at", algorithm, Secret.of("s".repeat(bytes - 1)))).isEmpty();
  }

  @Test
  void signsWithAKeyInPem() throws Exception {
    KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
    rsa.initialize(2048);
    KeyPair pair = rsa.generateKeyPair();
    KeyPair curve = curve("secp256r1");

    assertThat(verified("RS256", pem(pair), new RSASSAVerifier((RSAPublicKey) pair.getPublic())))
        .isTrue();
    assertThat(verified("ES256", pem(curve), new ECDSAVerifier((ECPublicKey) curve.getPublic())))
        .isTrue();
  }

  @Test
  void takesNoKeyOfAnotherKind() throws Exception {
    Secret curve = Secret.of(pem(curve("secp256r1")));

    assertThat(signers().read("at", "RS256", curve)).isEmpty();
    assertThat(signers().read("at", "ES256", Secret.of(pem(curve("secp384r1"))))).isEmpty();
    assertThat(mistakes.all())
        .extracting(Mistake::problem)
        .containsExactly(
            "is no key for RS256; expected an RSA private key in PEM",
            "is no key for ES256; expected a private key of the curve P-256 in PEM");
  }

  @Test
  void writesAMapAsJson() throws IOException {
    Access access =
        access(
            """
            login:
              type: steps
              url: https://auth.example.com
              steps:
                - post: /login
                  json: { user: { name: "{email}", "quoted": 'a "b"' }, remember: true, days: 30 }
                  capture: { token: /token }
            socket: { url: wss://api.example.com/ws }
            users: [ { email: a@example.com } ]
            """);

    assertThat(((Login.Exchange) access.login()).calls().getFirst().body())
        .isEqualTo(
            new Call.Body.Json(
                Secret.of(
                    "{\"user\":{\"name\":\"{email}\",\"quoted\":\"a \\\"b\\\"\"},"
                        + "\"remember\":true,\"days\":30}")));
  }

  private boolean verified(String algorithm, String key, JWSVerifier verifier) throws Exception {
    TokenSigner signer = signers().read("at", algorithm, Secret.of(key)).orElseThrow();
    SignedJWT token = SignedJWT.parse(signer.sign("{\"sub\":\"user-1\"}").reveal());

    assertThat(token.getHeader().getAlgorithm().getName()).isEqualTo(algorithm);
    assertThat(token.getJWTClaimsSet().getSubject()).isEqualTo("user-1");
    assertThat(signer.toString()).doesNotContain(key.substring(0, 12));
    return token.verify(verifier);
  }

  private TokenSigners signers() {
    return new TokenSigners(mistakes);
  }

  private static KeyPair curve(String name) throws Exception {
    KeyPairGenerator curves = KeyPairGenerator.getInstance("EC");
    curves.initialize(new ECGenParameterSpec(name));
    return curves.generateKeyPair();
  }

  private static String pem(KeyPair pair) {
    String base64 =
        Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(pair.getPrivate().getEncoded());
    return "-----BEGIN PRIVATE KEY-----\n" + base64 + "\n-----END PRIVATE KEY-----\n";
  }

  private static TargetSocket socket(String more) throws IOException {
    return access(
            """
            login: { type: token }
            socket: { url: wss://api.example.com/ws, MORE }
            users: [ { token: "${PASSWORD}" } ]
            """
                .replace("MORE", more))
        .socket();
  }

  private static Access access(String target) throws IOException {
    String yaml = "goldenpath:\n  targets:\n    it:\n" + target.indent(6);
    return Written.as(yaml).settings().setups().getFirst().probe().target().access();
  }
}
