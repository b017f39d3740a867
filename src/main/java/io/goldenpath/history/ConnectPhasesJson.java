package io.goldenpath.history;

import io.goldenpath.probe.ConnectPhases;
import org.jspecify.annotations.Nullable;

/** The phases of a connect; null where one was not passed. */
record ConnectPhasesJson(
    @Nullable Double dnsSeconds,
    @Nullable Double tcpSeconds,
    @Nullable Double tlsSeconds,
    @Nullable Double upgradeSeconds) {

  static ConnectPhasesJson of(ConnectPhases phases) {
    return new ConnectPhasesJson(
        Seconds.ofNullable(phases.dns()),
        Seconds.ofNullable(phases.tcp()),
        Seconds.ofNullable(phases.tls()),
        Seconds.ofNullable(phases.upgrade()));
  }
}
