package io.goldenpath.journey.refusal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Signing keys that no target knows, one for each algorithm, made on first use. */
final class UntrustedKeys {

  private static final int HMAC_BYTES = 64;
  private static final int RSA_BITS = 2048;

  private final Map<JWSAlgorithm, Optional<JWSSigner>> signers = new ConcurrentHashMap<>();

  /** Empty for an unsupported algorithm. */
  Optional<JWSSigner> signer(JWSAlgorithm algorithm) {
    return signers.computeIfAbsent(algorithm, UntrustedKeys::newSigner);
  }

  private static Optional<JWSSigner> newSigner(JWSAlgorithm algorithm) {
    try {
      if (JWSAlgorithm.Family.HMAC_SHA.contains(algorithm)) {
        byte[] key = new byte[HMAC_BYTES];
        new SecureRandom().nextBytes(key);
        return Optional.of(new MACSigner(key));
      }
      if (JWSAlgorithm.Family.RSA.contains(algorithm)) {
        return Optional.of(new RSASSASigner(new RSAKeyGenerator(RSA_BITS).generate()));
      }
      if (JWSAlgorithm.Family.EC.contains(algorithm)) {
        Curve curve = Curve.forJWSAlgorithm(algorithm).iterator().next();
        return Optional.of(new ECDSASigner(new ECKeyGenerator(curve).generate()));
      }
      return Optional.empty();
    } catch (JOSEException _) {
      return Optional.empty();
    }
  }
}
