package io.goldenpath.inference.chat;

import io.goldenpath.har.Har;
import io.goldenpath.har.RecordedCall;
import io.goldenpath.har.RecordedFrame;
import io.goldenpath.har.RecordedWebSocket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Engine.IO begins by HTTP and goes on over a socket: what was said before, as its frames. */
public final class PollingHandshake {

  private static final Pattern SESSION = Pattern.compile("[?&]sid=(?<id>[^&#]+)");
  private static final Pattern POLLING = Pattern.compile("[?&]transport=polling(?:[&#]|$)");
  private static final String BETWEEN_PACKETS = "\u001e";

  /** The probe of the socket, its answer, the change to it, and what ends the last poll. */
  private static final Set<String> OF_THE_CHANGE = Set.of("2probe", "3probe", "5", "6");

  private static final String ATTACHMENT = "b";

  private PollingHandshake() {}

  /** The recording as if all sockets had been opened at once. */
  public static Har joined(Har har) {
    List<RecordedCall> calls = new ArrayList<>(har.calls());
    List<RecordedWebSocket> sockets = new ArrayList<>();
    for (RecordedWebSocket socket : har.sockets()) {
      Matcher session = SESSION.matcher(socket.url());
      List<RecordedCall> polls =
          session.find()
              ? calls.stream().filter(call -> isOf(call, session.group("id"))).toList()
              : List.of();
      calls.removeAll(polls);
      sockets.add(polls.isEmpty() ? socket : joined(socket, polls));
    }
    return new Har(calls, sockets);
  }

  private static boolean isOf(RecordedCall call, String session) {
    Matcher own = SESSION.matcher(call.url());
    return POLLING.matcher(call.url()).find()
        && (own.find()
            ? own.group("id").equals(session)
            : call.response().body().contains("\"sid\":\"" + session + "\""));
  }

  private static RecordedWebSocket joined(RecordedWebSocket socket, List<RecordedCall> polls) {
    List<RecordedFrame> polled =
        polls.stream()
            .flatMap(PollingHandshake::frames)
            .sorted(Comparator.comparingDouble(RecordedFrame::at))
            .toList();
    List<RecordedFrame> frames =
        Stream.concat(polled.stream(), socket.frames().stream())
            .filter(frame -> !OF_THE_CHANGE.contains(frame.text()))
            .toList();
    return new RecordedWebSocket(
        socket.url(), socket.request(), socket.response(), socket.at(), socket.seconds(), frames);
  }

  private static Stream<RecordedFrame> frames(RecordedCall call) {
    boolean sent = call.method().equals("POST");
    double at = sent ? call.at() : call.at() + call.seconds();
    String payload = sent ? call.request().body() : call.response().body();
    return Arrays.stream(payload.split(BETWEEN_PACKETS, -1))
        .filter(packet -> !packet.isEmpty() && !packet.startsWith(ATTACHMENT))
        .map(packet -> new RecordedFrame(sent, at, false, packet));
  }
}
