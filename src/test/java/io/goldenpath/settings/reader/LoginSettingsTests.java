package io.goldenpath.settings.reader;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import io.goldenpath.model.target.Capture;
import io.goldenpath.model.target.Login;
import io.goldenpath.model.target.RequestTemplate;
import io.goldenpath.model.target.Secret;
import io.goldenpath.model.target.TargetAccess;
import io.goldenpath.model.target.TargetSocket;
import io.goldenpath.model.target.TokenLocation;
import io.goldenpath.model.target.TokenSigner;
import io.goldenpath.settings.mistakes.Mistake;
import io.goldenpath.settings.mistakes.Mistakes;
import io.goldenpath.settings.mistakes.SettingKey;
import io.goldenpath.settings.request.CaptureReader;
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

class LoginSettingsTests {

  private final Mistakes mistakes = new Mistakes(List.of());
  private final SettingKey at = new SettingKey("at", mistakes);

  @Test
  void tenLinesWatchAPlatform() throws IOException {
    TargetAccess access =
        access(
            """
            login: { type: password, url: https://auth.example.com/auth/login }
            socket: { url: wss://api.example.com/ws }
            users: [ { email: a@example.com, password: "${PASSWORD}" } ]
            """);

    assertThat(access.login()).isInstanceOf(Login.HttpLogin.class);
    Login.HttpLogin login = (Login.HttpLogin) access.login();
    RequestTemplate request = login.requests().getFirst();
    assertThat(request.label()).isEqualTo("POST /auth/login");
    assertThat(request.body())
        .isEqualTo(
            new RequestTemplate.Body.Json(
                Secret.of("{\"email\":\"{email}\",\"password\":\"{password}\"}")));
    assertThat(request.expects().captures())
        .containsExactly(new Capture("token", Capture.Source.POINTER, "/access_token", null));
    assertThat(login.tokenMetadata()).isEqualTo(Login.TokenMetadata.FROM_TOKEN);
    assertThat(access.socket().tokenLocations()).containsExactly(new TokenLocation.Header());
    assertThat(access.socket().subprotocols()).isEmpty();
  }

  @Test
  void offersTheSubprotocolThatGoesWithTheToken() throws IOException {
    assertThat(socket("token-in: subprotocol").subprotocols()).containsExactly("jwt-auth");
    assertThat(socket("token-in: subprotocol, subprotocols: [ chat ]").subprotocols())
        .containsExactly("chat");
    assertThat(socket("token-in: none").tokenLocations()).isEmpty();
    assertThat(socket("token-in: [ header, query ], query: auth").tokenLocations())
        .containsExactly(new TokenLocation.Header(), new TokenLocation.Query("auth"));
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
  void readsWhereAValueIsTakenFrom(String text, Capture.Source source, String key, String pattern) {
    Capture capture = CaptureReader.read(at, "it", text).orElseThrow();

    assertThat(capture)
        .isEqualTo(new Capture("it", source, key, pattern.isEmpty() ? null : pattern));
    assertThat(capture.notation()).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"HS256, 32", "HS384, 48", "HS512, 64"})
  void signsWithASharedSecret(String algorithm, int bytes) throws Exception {
    String secret = "s".repeat(bytes);

    assertThat(verified(algorithm, secret, new MACVerifier(secret))).isTrue();
    assertThat(TokenSignerReader.read(at, algorithm, Secret.of("s".repeat(bytes - 1)))).isEmpty();
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

    assertThat(TokenSignerReader.read(at, "RS256", curve)).isEmpty();
    assertThat(TokenSignerReader.read(at, "ES256", Secret.of(pem(curve("secp384r1"))))).isEmpty();
    assertThat(mistakes.all())
        .extracting(Mistake::problem)
        .containsExactly(
            "is no key for RS256; expected an RSA private key in PEM",
            "is no key for ES256; expected a private key of the curve P-256 in PEM");
  }

  @Test
  void writesAMapAsJson() throws IOException {
    TargetAccess access =
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

    assertThat(((Login.HttpLogin) access.login()).requests().getFirst().body())
        .isEqualTo(
            new RequestTemplate.Body.Json(
                Secret.of(
                    "{\"user\":{\"name\":\"{email}\",\"quoted\":\"a \\\"b\\\"\"},"
                        + "\"remember\":true,\"days\":30}")));
  }

  private boolean verified(String algorithm, String key, JWSVerifier verifier) throws Exception {
    TokenSigner signer = TokenSignerReader.read(at, algorithm, Secret.of(key)).orElseThrow();
    SignedJWT token = SignedJWT.parse(signer.sign("{\"sub\":\"user-1\"}").reveal());

    assertThat(token.getHeader().getAlgorithm().getName()).isEqualTo(algorithm);
    assertThat(token.getJWTClaimsSet().getSubject()).isEqualTo("user-1");
    assertThat(signer.toString()).doesNotContain(key.substring(0, 12));
    return token.verify(verifier);
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

  private static TargetAccess access(String target) throws IOException {
    String yaml = "goldenpath:\n  targets:\n    it:\n" + target.indent(6);
    return WrittenSettings.ofYaml(yaml).settings().setups().getFirst().probe().target().access();
  }
}
