package io.goldenpath.platforms.recording;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.goldenpath.web.Chromium;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;

/** A person at a page of a platform's own origin, who logs in, asks once and waits. */
public final class ChatVisit implements AutoCloseable {

  private static final String QUESTION =
      "Please repeat the code QWERTZUIOP and tell me: what is 17 + 25?";

  /** A page that is made here counts as one of the Internet, which may not talk to us. */
  private static final String ANY_NETWORK =
      "--disable-features=LocalNetworkAccessChecks,LocalNetworkAccessChecksWebSockets";

  private static final String CHAT = "/chat";
  private static final double PATIENCE = 20_000;

  private final Chromium chromium = Chromium.open(ANY_NETWORK);
  private final Page page = chromium.stranger();
  private final String origin;
  private final BrowserRecording recording;

  /** At {@code /chat} of this origin is a page of this name, whose script speaks the framing. */
  public ChatVisit(String origin, String name) throws IOException {
    this.origin = origin;
    String html = html(name);
    page.setDefaultTimeout(PATIENCE);
    page.route(
        origin + CHAT,
        route ->
            route.fulfill(new Route.FulfillOptions().setContentType("text/html").setBody(html)));
    recording = BrowserRecording.of(page);
  }

  private static String html(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(ChatVisit.class.getResourceAsStream(name + ".html"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Logs in at the page itself. */
  public void logIn(String email, String password) {
    page.navigate(origin + CHAT);
    page.fill("#email", email);
    page.fill("#password", password);
    page.click("#login button");
  }

  /** Logs in at a form of the platform's own, and goes to the page. */
  public void logInByForm(String path, String user, String password) {
    page.navigate(origin + path);
    page.fill("[name=username]", user);
    page.fill("[name=password]", password);
    page.click("button");
    page.navigate(origin + CHAT);
  }

  /** Asks, and writes what was recorded once the answer is there. */
  public Path ask(Path folder) throws IOException {
    page.fill("#text", QUESTION);
    page.click("#chat button");
    page.waitForFunction("document.title === 'answered'");
    return recording.write(folder.resolve("chat.har"));
  }

  @Override
  public void close() {
    chromium.close();
  }
}
