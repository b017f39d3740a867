package io.goldenpath.settings;

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
import io.goldenpath.probe.Secret;
import io.goldenpath.probe.TokenSigner;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.ssl.pem.PemContent;

/** Makes what signs tokens of the key that is configured. */
final class TokenSigners {

  private static final Map<String, JWSAlgorithm> ALGORITHMS =
      Map.of(
          "HS256", JWSAlgorithm.HS256,
          "HS384", JWSAlgorithm.HS384,
          "HS512", JWSAlgorithm.HS512,
          "RS256", JWSAlgorithm.RS256,
          "ES256", JWSAlgorithm.ES256);

  private final Mistakes mistakes;

  TokenSigners(Mistakes mistakes) {
    this.mistakes = mistakes;
  }

  Optional<TokenSigner> read(String at, String name, Secret secret) {
    JWSAlgorithm algorithm = ALGORITHMS.get(name);
    if (algorithm == null) {
      mistakes.add(
          at + ".algorithm",
          "expected one of HS256, HS384, HS512, RS256, ES256, but found '" + name + "'");
      return Optional.empty();
    }
    try {
      Signer signer = new Signer(algorithm, secret, signer(algorithm, secret.reveal()));
      signer.sign("{}");
      return Optional.of(signer);
    } catch (JOSEException | IllegalStateException | IllegalArgumentException _) {
      mistakes.add(at + ".secret", "is no key for %s; expected %s".formatted(name, key(name)));
      return Optional.empty();
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

  private static String key(String algorithm) {
    return switch (algorithm) {
      case "HS384" -> "a secret of at least 48 bytes";
      case "HS512" -> "a secret of at least 64 bytes";
      case "RS256" -> "an RSA private key in PEM";
      case "ES256" -> "a private key of the curve P-256 in PEM";
      default -> "a secret of at least 32 bytes";
    };
  }

  private record Signer(JWSAlgorithm algorithm, Secret key, JWSSigner signer)
      implements TokenSigner {

    @Override
    public boolean equals(Object other) {
      return other instanceof Signer that
          && algorithm.equals(that.algorithm)
          && key.equals(that.key);
    }

    @Override
    public int hashCode() {
      return algorithm.hashCode();
    }

    @Override
    public Secret sign(String claims) {
      JWSHeader header = new JWSHeader.Builder(algorithm).type(JOSEObjectType.JWT).build();
      JWSObject token = new JWSObject(header, new Payload(claims));
      try {
        token.sign(signer);
      } catch (JOSEException impossible) {
        throw new IllegalStateException("the key was tried when it was read", impossible);
      }
      return Secret.of(token.serialize());
    }
  }
}
