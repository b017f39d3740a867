package io.goldenpath.web;

import java.util.Map;
import org.springframework.boot.web.server.MimeMappings;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.ConfigurableServletWebServerFactory;
import org.springframework.stereotype.Component;

/** Serves runbooks as plain text: a browser would save Markdown rather than show it. */
@Component
final class RunbookMimeType
    implements WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> {

  @Override
  public void customize(ConfigurableServletWebServerFactory server) {
    server.addMimeMappings(new MimeMappings(Map.of("md", "text/plain;charset=UTF-8")));
  }
}
