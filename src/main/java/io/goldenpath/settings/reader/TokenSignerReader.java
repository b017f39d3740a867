package io.goldenpath.settings.reader;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import io.goldenpath.model.target.Secret;
import io.goldenpath.model.target.TokenSigner;
import io.goldenpath.settings.mistakes.SettingKey;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.ssl.pem.PemContent;

/** Reads algorithm and key of a JWT signer. */
final class TokenSignerReader {

  private static final Map<String, String> EXPECTED_KEYS =
      Map.of(
          "HS256", "a secret of at least 32 bytes",
          "HS384", "a secret of at least 48 bytes",
          "HS512", "a secret of at least 64 bytes",
          "RS256", "an RSA private key in PEM",
          "ES256", "a private key of the curve P-256 in PEM");

  private TokenSignerReader() {}

  static Optional<TokenSigner> read(SettingKey at, String name, Secret secret) {
    String expected = EXPECTED_KEYS.get(name);
    if (expected == null) {
      return at.child("algorithm")
          .wrong("expected one of HS256, HS384, HS512, RS256, ES256, but found '%s'", name);
    }
    try {
      JwsTokenSigner signer = new JwsTokenSigner(JWSAlgorithm.parse(name), secret);
      signer.sign("{}");
      return Optional.of(signer);
    } catch (IllegalStateException | IllegalArgumentException _) {
      return at.child("secret").wrong("is no key for %s; expected %s", name, expected);
    }
  }

  private static JWSSigner signer(JWSAlgorithm algorithm, String secret) throws JOSEException {
    if (JWSAlgorithm.Family.HMAC_SHA.contains(algorithm)) {
      return new MACSigner(secret.getBytes(StandardCharsets.UTF_8));
    }
    return switch (PemContent.of(secret).getPrivateKey()) {
      case null -> throw new IllegalArgumentException("no key in PEM");
      case ECPrivateKey curve -> new ECDSASigner(curve);
      case PrivateKey rsa -> new RSASSASigner(rsa);
    };
  }

  private record JwsTokenSigner(JWSAlgorithm algorithm, Secret key) implements TokenSigner {

    @Override
    public Secret sign(String claims) {
      JWSHeader header = new JWSHeader.Builder(algorithm).type(JOSEObjectType.JWT).build();
      JWSObject token = new JWSObject(header, new Payload(claims));
      try {
        token.sign(signer(algorithm, key.reveal()));
      } catch (JOSEException unfit) {
        throw new IllegalStateException("the key does not fit " + algorithm, unfit);
      }
      return Secret.of(token.serialize());
    }
  }
}
