package io.goldenpath.catalogue.change;

import io.goldenpath.demo.platform.DemoReply;
import java.time.Duration;
import java.util.Map;

/** The page of something that stands before the application, such as a load balancer. */
public final class HtmlPage {

  private HtmlPage() {}

  public static DemoReply of(int status, String title) {
    return new DemoReply(
        status,
        Map.of("Content-Type", "text/html"),
        "<!doctype html><html><head><title>%1$s</title></head><body><h1>%1$s</h1></body></html>"
            .formatted(title),
        Duration.ZERO);
  }
}
