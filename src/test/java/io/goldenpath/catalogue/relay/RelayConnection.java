package io.goldenpath.catalogue.relay;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One connection through the relay, from the request to the last frame. */
final class RelayConnection {

  private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)");
  private static final Pattern OFFER = Pattern.compile("(?i)\r\nsec-websocket-extensions:.*\r\n");
  private static final Pattern UPGRADE = Pattern.compile("(?i)\r\nupgrade: *websocket");

  private static final String MESSAGE = "user_message";
  private static final String EVENT = "\"agent_";

  private final RelayFaults faults;
  private final int behind;
  private final Socket client;
  private final RelayLine line;
  private volatile boolean asked;

  RelayConnection(RelayFaults faults, int behind, Socket client) {
    this.faults = faults;
    this.behind = behind;
    this.client = client;
    this.line = new RelayLine(client);
  }

  void serve() throws IOException {
    // without compression the relay can read along
    String request = OFFER.matcher(line.readHead()).replaceFirst("\r\n");
    byte[] body = client.getInputStream().readNBytes(length(request));
    boolean upgrade = UPGRADE.matcher(request).find();
    Optional<ReplyFault> fault = faults.reply(upgrade ? RelayPlace.UPGRADE : RelayPlace.LOGIN);
    try (Socket server = new Socket(InetAddress.getLoopbackAddress(), behind)) {
      server.setTcpNoDelay(true);
      server.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      server.getOutputStream().write(body);
      String head = RelayLine.readHead(server);
      if (fault.isPresent()) {
        fault.get().trick().play(line, new ReplyFault.Reply(request.split(" ", 3)[1], head));
        return;
      }
      line.write(head);
      if (upgrade && head.startsWith("HTTP/1.1 101")) {
        relayFrames(server);
      } else {
        server.getInputStream().transferTo(client.getOutputStream());
      }
    }
  }

  private void relayFrames(Socket server) throws IOException {
    Thread back = Thread.ofVirtual().start(() -> fromServer(server));
    try {
      RelayFrames frames = new RelayFrames(new BufferedInputStream(client.getInputStream()));
      while (true) {
        byte[] frame = frames.next();
        if (RelayFrames.isClose(frame) && plays(RelayPlace.CLOSE, RelayFrames.SMALL)) {
          return;
        }
        server.getOutputStream().write(frame);
        if (!asked && RelayFrames.text(frame).contains(MESSAGE)) {
          asked = true;
          if (plays(RelayPlace.SEND, RelayFrames.SMALL)) {
            return;
          }
        }
      }
    } finally {
      back.interrupt();
    }
  }

  private void fromServer(Socket server) {
    try {
      RelayFrames frames = new RelayFrames(new BufferedInputStream(server.getInputStream()));
      int events = 0;
      for (boolean first = true; ; first = false) {
        byte[] frame = frames.next();
        if (asked && RelayFrames.text(frame).contains(EVENT)) {
          events++;
        }
        if (plays(place(first, events), frame)) {
          return;
        }
        line.pass(frame);
      }
    } catch (IOException gone) {
      hangUp();
    }
  }

  /** The server has ended the connection: so does the relay, unless a fault has it otherwise. */
  private void hangUp() {
    try {
      if (line.take()) {
        client.close();
      }
    } catch (IOException gone) {
      // it is closed, which is all that is wanted
    }
  }

  private static @Nullable RelayPlace place(boolean first, int events) {
    return first ? RelayPlace.WELCOME : events == 2 ? RelayPlace.EVENTS : null;
  }

  /** Plays the fault of this place, if there is one and the line is free for it. */
  private boolean plays(@Nullable RelayPlace place, byte[] frame) throws IOException {
    Optional<FrameFault> fault =
        Optional.ofNullable(place).flatMap(faults::frame).filter(_ -> line.take());
    if (fault.isPresent()) {
      fault.get().trick().play(line, frame);
    }
    return fault.isPresent();
  }

  private static int length(String head) {
    Matcher length = LENGTH.matcher(head);
    return length.find() ? Integer.parseInt(length.group(1)) : 0;
  }
}
