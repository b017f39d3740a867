package io.goldenpath.cases;

import io.netty.pkitesting.X509Bundle;
import java.util.List;
import java.util.Optional;

/** Which certificate a server shows to a client that asked for these names; empty ends it. */
@FunctionalInterface
interface TlsIdentity {

  Optional<X509Bundle> certificate(List<String> askedNames);

  static TlsIdentity always(X509Bundle certificate) {
    return _ -> Optional.of(certificate);
  }
}
