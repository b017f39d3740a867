package io.goldenpath.demo;

/** The HTML of something that stands before the application, such as a load balancer. */
final class Page {

  private Page() {}

  static String titled(String title) {
    return "<!doctype html><html><head><title>%1$s</title></head><body><h1>%1$s</h1></body></html>"
        .formatted(title);
  }
}
