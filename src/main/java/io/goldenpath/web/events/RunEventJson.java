package io.goldenpath.web.events;

import io.goldenpath.model.run.Run;

/** A run has finished. */
record RunEventJson(String id, String target, String journey, String outcome) {

  static RunEventJson of(Run run) {
    return new RunEventJson(
        run.id(), run.probe().target(), run.probe().journey().label(), run.outcome().label());
  }
}
