package io.goldenpath.notify.receiver;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server on a real socket that says of each mailbox what the test wants. */
final class ScriptedMailServer implements AutoCloseable {

  private final ServerSocket listening = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
  private final Map<String, String> replies = new ConcurrentHashMap<>();
  private final List<String> taken = new CopyOnWriteArrayList<>();

  ScriptedMailServer() throws IOException {
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return listening.getLocalPort();
  }

  /** What it answers from now on to a line that begins like this, in place of 250. */
  void answers(String line, String reply) {
    replies.put(line, reply);
  }

  /** Each mail as often as it was taken: its id, and for whom. */
  List<String> taken() {
    return List.copyOf(taken);
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket client = listening.accept();
        Thread.ofVirtual().start(() -> serve(client));
      } catch (IOException _) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
      say(client, reply("greeting", "220 mail.example.com"));
      List<String> mailboxes = new ArrayList<>();
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (line.startsWith("DATA")) {
          say(client, "354 go on");
          taken.add(id(in) + " " + String.join(" ", mailboxes));
          mailboxes.clear();
          say(client, "250 taken");
        } else {
          String known = line;
          String reply =
              replies.keySet().stream()
                  .filter(known::startsWith)
                  .findFirst()
                  .map(begun -> reply(begun, ""))
                  .orElse(line.startsWith("EHLO") ? "250-here\r\n250 AUTH PLAIN" : "250 yes");
          if (line.startsWith("RCPT TO:") && reply.startsWith("250")) {
            mailboxes.add(line.replaceAll(".*<(.*)>.*", "$1"));
          }
          say(client, reply);
        }
      }
    } catch (IOException _) {
      // the client has gone
    }
  }

  private String reply(String line, String usual) {
    return replies.getOrDefault(line, usual);
  }

  private static String id(BufferedReader in) throws IOException {
    String id = "";
    for (String line = in.readLine(); !".".equals(line); line = in.readLine()) {
      if (line.toLowerCase(Locale.ROOT).startsWith("message-id:")) {
        id = line.replaceAll(".*<(.*)@.*", "$1");
      }
    }
    return id;
  }

  /** A reply that ends in an ellipsis never ends: a letter a time. */
  private static void say(Socket client, String reply) throws IOException {
    OutputStream out = client.getOutputStream();
    if (reply.endsWith("…")) {
      while (client.isConnected()) {
        out.write("220-x\r\n".getBytes(StandardCharsets.US_ASCII));
        out.flush();
      }
    }
    out.write((reply + "\r\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }
}
