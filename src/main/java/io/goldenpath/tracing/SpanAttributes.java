package io.goldenpath.tracing;

import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.run.EventArrival;
import io.goldenpath.model.run.Run;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;

/** What spans and their events say beside their times: nothing that a user wrote or was told. */
final class SpanAttributes {

  private static final String PREFIX = "goldenpath.";

  private SpanAttributes() {}

  static Attributes of(Run run) {
    AttributesBuilder all =
        Attributes.builder()
            .put(PREFIX + "target", run.probe().target())
            .put(PREFIX + "journey", run.probe().journey().label())
            .put(PREFIX + "location", run.info().location())
            .put(PREFIX + "trigger", run.info().trigger().label())
            .put(PREFIX + "run.id", run.id())
            .put(PREFIX + "outcome", run.outcome().label());
    run.releaseName().ifPresent(release -> all.put(PREFIX + "release", release));
    return all.build();
  }

  static Attributes of(UserStep step) {
    return Attributes.builder()
        .put(PREFIX + "user", step.user().slot())
        .put(PREFIX + "state", step.result().state().label())
        .build();
  }

  static Attributes of(EventArrival event) {
    return Attributes.builder().put(PREFIX + "frame", event.frame()).build();
  }

  static Attributes of(Finding finding) {
    return Attributes.builder()
        .put(PREFIX + "kind", finding.kind().label())
        .put(PREFIX + "severity", finding.severity().label())
        .put(PREFIX + "step", finding.step().label())
        .put(PREFIX + "user", finding.slot())
        .put(PREFIX + "message", finding.message())
        .build();
  }
}
