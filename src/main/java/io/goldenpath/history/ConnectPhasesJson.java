package io.goldenpath.history;

import io.goldenpath.model.run.ConnectPhases;
import org.jspecify.annotations.Nullable;

/** The phases of a connect; null where one was not passed, with the address that was tried. */
record ConnectPhasesJson(
    @Nullable String address,
    @Nullable Double dnsSeconds,
    @Nullable Double tcpSeconds,
    @Nullable Double tlsSeconds,
    @Nullable Double upgradeSeconds) {

  static ConnectPhasesJson of(ConnectPhases phases) {
    return new ConnectPhasesJson(
        phases.address(),
        JsonSeconds.ofNullable(phases.dns()),
        JsonSeconds.ofNullable(phases.tcp()),
        JsonSeconds.ofNullable(phases.tls()),
        JsonSeconds.ofNullable(phases.upgrade()));
  }
}
