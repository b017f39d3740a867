package io.goldenpath.journey.chat;

import static io.goldenpath.catalogue.relay.RelayPlace.CLOSE;
import static io.goldenpath.catalogue.relay.RelayPlace.EVENTS;
import static io.goldenpath.catalogue.relay.RelayPlace.LOGIN;
import static io.goldenpath.catalogue.relay.RelayPlace.SEND;
import static io.goldenpath.catalogue.relay.RelayPlace.UPGRADE;
import static io.goldenpath.catalogue.relay.RelayPlace.WELCOME;

import io.goldenpath.catalogue.relay.FrameFault;
import io.goldenpath.catalogue.relay.RelayPlace;
import io.goldenpath.catalogue.relay.ReplyFault;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.finding.Step;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A fault below the frame at a place, and what is found.
 *
 * @param fault What is played.
 * @param place Where.
 * @param kind The kind of the one finding.
 * @param step Its step.
 * @param words A part of its message.
 */
public record RelayFaultCase(
    Enum<?> fault, RelayPlace place, FindingKind kind, Step step, String words) {

  private static final Set<ReplyFault> ONLY_OF_UPGRADES =
      EnumSet.of(
          ReplyFault.WRONG_KEY,
          ReplyFault.NO_KEY,
          ReplyFault.UNOFFERED_EXTENSION,
          ReplyFault.UNOFFERED_SUBPROTOCOL);

  @Override
  public String toString() {
    return fault + " at " + place;
  }

  /** Every fault at every place where it makes sense. */
  public static Stream<RelayFaultCase> all() {
    List<RelayFaultCase> cases = new ArrayList<>();
    for (ReplyFault fault : ReplyFault.values()) {
      if (!ONLY_OF_UPGRADES.contains(fault)) {
        cases.add(atLogin(fault));
      }
      cases.add(atUpgrade(fault));
    }
    for (FrameFault fault : FrameFault.values()) {
      for (RelayPlace place : List.of(WELCOME, SEND, EVENTS, CLOSE)) {
        cases.add(atFrame(fault, place));
      }
    }
    // an ended or reset connection is no finding once the close was sent
    cases.removeIf(one -> one.place() == CLOSE && one.kind() == FindingKind.DROPPED);
    return cases.stream();
  }

  private static RelayFaultCase atLogin(ReplyFault fault) {
    return switch (fault) {
      case UNANSWERED, DRIBBLED, HALF_THEN_SILENT, STALLED_BODY ->
          login(fault, FindingKind.TIMED_OUT, "did not answer the request in time");
      case ENDED -> login(fault, FindingKind.CONNECT_FAILED, "closed the connection without");
      case RESET -> login(fault, FindingKind.CONNECT_FAILED, "reset the connection without");
      case HALF_THEN_ENDED -> login(fault, FindingKind.LOGIN_FAILED, "in the middle of its reply");
      case HALF_THEN_RESET -> login(fault, FindingKind.LOGIN_FAILED, "reset the connection in");
      case NOT_HTTP, ENDLESS_HEADERS -> login(fault, FindingKind.PROTOCOL_ERROR, "broken HTTP");
      case ENDLESS_BODY -> login(fault, FindingKind.LOGIN_FAILED, "more than 1048576 bytes");
      case STATUS_400 -> login(fault, FindingKind.LOGIN_REFUSED, "HTTP 400");
      case STATUS_401 -> login(fault, FindingKind.LOGIN_REFUSED, "HTTP 401");
      case STATUS_403, STATUS_403_ORIGIN -> login(fault, FindingKind.LOGIN_REFUSED, "HTTP 403");
      case STATUS_404 -> login(fault, FindingKind.LOGIN_FAILED, "HTTP 404");
      case STATUS_500 -> login(fault, FindingKind.LOGIN_FAILED, "HTTP 500");
      case STATUS_502_EDGE -> login(fault, FindingKind.LOGIN_FAILED, "HTTP 502");
      case STATUS_503 -> login(fault, FindingKind.LOGIN_FAILED, "HTTP 503");
      case STATUS_503_LATER, STATUS_429_LATER -> login(fault, FindingKind.SHED, "Retry-After 7");
      case REDIRECTED -> login(fault, FindingKind.LOGIN_FAILED, "302");
      case WRONG_KEY, NO_KEY, UNOFFERED_EXTENSION, UNOFFERED_SUBPROTOCOL ->
          throw new IllegalArgumentException(fault.name());
    };
  }

  private static RelayFaultCase atUpgrade(ReplyFault fault) {
    return switch (fault) {
      case UNANSWERED, DRIBBLED, HALF_THEN_SILENT ->
          upgrade(fault, FindingKind.TIMED_OUT, "did not answer the upgrade in time");
      case ENDED -> upgrade(fault, FindingKind.CONNECT_FAILED, "closed the connection without");
      case RESET -> upgrade(fault, FindingKind.CONNECT_FAILED, "reset the connection without");
      case HALF_THEN_ENDED ->
          upgrade(fault, FindingKind.PROTOCOL_ERROR, "in the middle of its reply");
      case HALF_THEN_RESET -> upgrade(fault, FindingKind.PROTOCOL_ERROR, "reset the connection in");
      case NOT_HTTP, ENDLESS_HEADERS -> upgrade(fault, FindingKind.PROTOCOL_ERROR, "broken HTTP");
      case ENDLESS_BODY, STATUS_500 -> upgrade(fault, FindingKind.UPGRADE_REFUSED, "HTTP 500");
      case STALLED_BODY -> upgrade(fault, FindingKind.UPGRADE_REFUSED, "HTTP 500: half of it");
      case STATUS_400 -> upgrade(fault, FindingKind.UPGRADE_REFUSED, "HTTP 400: bad request");
      case STATUS_401 -> upgrade(fault, FindingKind.AUTH_REFUSED, "HTTP 401");
      case STATUS_403 -> upgrade(fault, FindingKind.AUTH_REFUSED, "token lacks scope");
      case STATUS_403_ORIGIN -> upgrade(fault, FindingKind.UPGRADE_REFUSED, "bad origin");
      case STATUS_404 -> upgrade(fault, FindingKind.UPGRADE_REFUSED, "HTTP 404");
      case STATUS_502_EDGE ->
          upgrade(fault, FindingKind.UPGRADE_REFUSED, "a proxy in front of the application");
      case STATUS_503 -> upgrade(fault, FindingKind.UPGRADE_REFUSED, "HTTP 503");
      case STATUS_503_LATER, STATUS_429_LATER -> upgrade(fault, FindingKind.SHED, "Retry-After 7");
      case REDIRECTED -> upgrade(fault, FindingKind.UPGRADE_REFUSED, "HTTP 302");
      case WRONG_KEY -> upgrade(fault, FindingKind.PROTOCOL_ERROR, "a wrong Sec-WebSocket-Accept");
      case NO_KEY -> upgrade(fault, FindingKind.PROTOCOL_ERROR, "no Sec-WebSocket-Accept");
      case UNOFFERED_EXTENSION -> upgrade(fault, FindingKind.PROTOCOL_ERROR, "'x-quantum'");
      case UNOFFERED_SUBPROTOCOL -> upgrade(fault, FindingKind.SUBPROTOCOL_MISMATCH, "'soap'");
    };
  }

  private static RelayFaultCase atFrame(FrameFault fault, RelayPlace place) {
    return switch (fault) {
      case SILENT, HALF_FRAME, DRIBBLED -> quiet(fault, place);
      case ENDED, HALF_FRAME_ENDED -> frame(fault, place, FindingKind.DROPPED, "without a close");
      case RESET -> frame(fault, place, FindingKind.DROPPED, "reset");
      case INVALID_UTF8 -> frame(fault, place, FindingKind.PROTOCOL_ERROR, "not UTF-8");
      case RESERVED_BITS -> frame(fault, place, FindingKind.PROTOCOL_ERROR, "reserved bits");
      case BAD_OPCODE -> frame(fault, place, FindingKind.PROTOCOL_ERROR, "reserved opcode");
      case MASKED -> frame(fault, place, FindingKind.PROTOCOL_ERROR, "a masked frame");
      case ORPHAN -> frame(fault, place, FindingKind.PROTOCOL_ERROR, "continuation");
      case OVERSIZED, ENDLESS_FRAGMENTS ->
          frame(fault, place, FindingKind.PROTOCOL_ERROR, "longer than the bound of 65536 bytes");
      case BAD_CLOSE_CODE -> frame(fault, place, FindingKind.PROTOCOL_ERROR, "close");
    };
  }

  private static RelayFaultCase quiet(FrameFault fault, RelayPlace place) {
    return switch (place) {
      case WELCOME -> frame(fault, place, FindingKind.WELCOME_MISSING, "no welcome came");
      case SEND -> frame(fault, place, FindingKind.SILENT, "");
      case EVENTS -> frame(fault, place, FindingKind.STALLED, "");
      case CLOSE -> frame(fault, place, FindingKind.TIMED_OUT, "did not answer our close");
      case LOGIN, UPGRADE -> throw new IllegalArgumentException(place.name());
    };
  }

  private static RelayFaultCase login(ReplyFault fault, FindingKind kind, String words) {
    return new RelayFaultCase(fault, LOGIN, kind, Step.LOGIN, words);
  }

  private static RelayFaultCase upgrade(ReplyFault fault, FindingKind kind, String words) {
    return new RelayFaultCase(fault, UPGRADE, kind, Step.CONNECT, words);
  }

  private static RelayFaultCase frame(
      FrameFault fault, RelayPlace place, FindingKind kind, String words) {
    Step step =
        switch (place) {
          case WELCOME -> Step.WELCOME;
          case SEND, EVENTS -> Step.EVENTS;
          case CLOSE -> Step.CLOSE;
          case LOGIN, UPGRADE -> throw new IllegalArgumentException(place.name());
        };
    return new RelayFaultCase(fault, place, kind, step, words);
  }
}
