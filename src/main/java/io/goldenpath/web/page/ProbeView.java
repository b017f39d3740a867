package io.goldenpath.web.page;

import io.goldenpath.model.probe.ProbeId;

/** Name of a probe, and a link to its page. */
record ProbeView(String target, String journey, String href) {

  static ProbeView of(ProbeId id) {
    return new ProbeView(id.target(), id.journey().label(), "/targets/" + id);
  }
}
