package io.goldenpath.demo;

import io.goldenpath.demo.Admission.Admitted;
import io.goldenpath.demo.Admission.ShutOut;
import io.goldenpath.demo.Admission.TurnedAway;
import io.goldenpath.demo.DemoLog.Kind;
import java.net.URI;
import java.time.Instant;
import org.springframework.http.HttpHeaders;

/** Lets users in as the doorkeeper says, unless the platform was told to get it wrong. */
final class Door {

  private final Doorkeeper keeper;
  private final Stage stage;
  private final Breaker breaker = new Breaker();

  Door(Doorkeeper keeper, Stage stage) {
    this.keeper = keeper;
    this.stage = stage;
  }

  Admission admit(HttpHeaders headers, URI uri) {
    Admission found = keeper.admit(headers, uri);
    String name = found.visitor().name();
    if (stage.faults().due(Play.AtBreaker.class, name).isEmpty()) {
      return corrected(found);
    }
    Instant now = stage.now();
    if (breaker.isOpen(now)) {
      return new ShutOut(found.visitor());
    }
    if (found instanceof Admitted) {
      breaker.passed();
    } else if (breaker.opensWithFailure(now)) {
      stage.log().add(Kind.BREAKER_OPENED, name, "");
    }
    return corrected(found);
  }

  private Admission corrected(Admission found) {
    return found instanceof TurnedAway(Visitor visitor, Flaw flaw) && admits(flaw, visitor.name())
        ? new Admitted(visitor.name().equals(Visitor.UNKNOWN) ? Visitor.guest() : visitor)
        : found;
  }

  private boolean admits(Flaw flaw, String name) {
    return !stage.faults().due(Play.AtBadToken.class, name, play -> play.flaw() == flaw).isEmpty();
  }
}
