package io.goldenpath.catalogue.spoken;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/** Socket.IO 5 over Engine.IO 4: each text of the platform is an event {@code said}. */
final class SpokenSocketIo implements SpokenFraming {

  private static final String OPEN =
      "0{\"sid\":\"engine\",\"upgrades\":[],\"pingInterval\":25000,\"pingTimeout\":20000,"
          + "\"maxPayload\":1000000}";
  private static final String CONNECT = "40";
  private static final String EVENT = "42[\"say\"";

  private final Queue<String> waiting = new ArrayDeque<>();
  private boolean connected;

  @Override
  public List<String> opening() {
    return List.of(OPEN);
  }

  @Override
  public Passed received(String frame) {
    if (frame.startsWith(CONNECT)) {
      connected = true;
      List<String> frames = new ArrayList<>(List.of("40{\"sid\":\"socket\"}"));
      frames.addAll(waiting);
      waiting.clear();
      return Passed.back(frames);
    }
    if (frame.startsWith(EVENT)) {
      String argument = frame.substring(EVENT.length(), frame.length() - 1);
      return Passed.on(argument.startsWith(",") ? argument.substring(1) : argument);
    }
    return frame.equals("3") ? Passed.on(PlatformText.PONG) : Passed.NOTHING;
  }

  @Override
  public List<String> announced() {
    return List.of("451-[\"said\",{\"_placeholder\":true,\"num\":0}]");
  }

  @Override
  public List<String> said(String text) {
    boolean ping = PlatformText.isPing(PlatformText.read(text));
    String frame = ping ? "2" : "42[\"said\"," + PlatformText.value(text) + "]";
    if (connected || ping) {
      return List.of(frame);
    }
    waiting.add(frame);
    return List.of();
  }
}
