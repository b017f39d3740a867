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
import io.goldenpath.settings.mistakes.Mistakes;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.ssl.pem.PemContent;

/** Makes what signs tokens of the key that is configured. */
final class TokenSignerReader {

  private static final Map<String, JWSAlgorithm> ALGORITHMS =
      Map.of(
          "HS256", JWSAlgorithm.HS256,
          "HS384", JWSAlgorithm.HS384,
          "HS512", JWSAlgorithm.HS512,
          "RS256", JWSAlgorithm.RS256,
          "ES256", JWSAlgorithm.ES256);

  private final Mistakes mistakes;

  TokenSignerReader(Mistakes mistakes) {
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
      JwsTokenSigner jwsTokenSigner =
          new JwsTokenSigner(algorithm, secret, signer(algorithm, secret.reveal()));
      jwsTokenSigner.sign("{}");
      return Optional.of(jwsTokenSigner);
    } catch (JOSEException | IllegalStateException | IllegalArgumentException _) {
      mistakes.add(
          at + ".secret", "is no key for %s; expected %s".formatted(name, expectedKey(name)));
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

  private static String expectedKey(String algorithm) {
    return switch (algorithm) {
      case "HS384" -> "a secret of at least 48 bytes";
      case "HS512" -> "a secret of at least 64 bytes";
      case "RS256" -> "an RSA private key in PEM";
      case "ES256" -> "a private key of the curve P-256 in PEM";
      default -> "a secret of at least 32 bytes";
    };
  }

  private record JwsTokenSigner(JWSAlgorithm algorithm, Secret key, JWSSigner signer)
      implements TokenSigner {

    @Override
    public boolean equals(Object other) {
      return other instanceof JwsTokenSigner that
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
