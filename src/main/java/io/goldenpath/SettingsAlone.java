package io.goldenpath;

import io.goldenpath.cli.UnreadableSettingsException;
import java.util.List;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/** An application without any part: it reads the settings, and sets up logging, as the service. */
@Configuration(proxyBeanMethods = false)
class SettingsAlone {

  static ConfigurableApplicationContext read(List<String> properties) {
    try {
      return new SpringApplicationBuilder(SettingsAlone.class)
          .web(WebApplicationType.NONE)
          .logStartupInfo(false)
          .registerShutdownHook(false)
          .run(properties.toArray(String[]::new));
    } catch (RuntimeException unreadable) {
      throw new UnreadableSettingsException(unreadable);
    }
  }
}
