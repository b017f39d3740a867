package io.goldenpath.model.run;

import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.target.ReleaseSource;
import io.goldenpath.model.target.Target;
import io.goldenpath.model.target.TargetAccess;

/** Probes whose targets tell their release. */
public final class SampleReleases {

  private SampleReleases() {}

  public static Probe telling(Probe probe, ReleaseSource source) {
    Target target = probe.target();
    TargetAccess access = target.access();
    return new Probe(
        new Target(
            target.name(),
            new TargetAccess(
                access.login(),
                access.hooks(),
                access.socket(),
                access.httpRoute(),
                access.socketRoute(),
                source),
            target.users(),
            target.dialect(),
            target.contract(),
            target.rateLimits()),
        probe.cadence(),
        probe.limits(),
        probe.script(),
        probe.events(),
        probe.regression(),
        probe.verdict());
  }
}
