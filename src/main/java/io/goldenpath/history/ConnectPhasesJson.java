package io.goldenpath.history;

import io.goldenpath.probe.ConnectPhases;
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
        Seconds.ofNullable(phases.dns()),
        Seconds.ofNullable(phases.tcp()),
        Seconds.ofNullable(phases.tls()),
        Seconds.ofNullable(phases.upgrade()));
  }
}
