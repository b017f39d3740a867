package io.goldenpath;

import io.goldenpath.cli.UnreadableSettingsException;
import java.util.List;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/** Spring application with nothing in it; reads settings as the service would. */
@Configuration(proxyBeanMethods = false)
class SettingsContext {

  static ConfigurableApplicationContext open(List<String> properties) {
    try {
      return new SpringApplicationBuilder(SettingsContext.class)
          .web(WebApplicationType.NONE)
          .logStartupInfo(false)
          .registerShutdownHook(false)
          .run(properties.toArray(String[]::new));
    } catch (RuntimeException unreadable) {
      throw new UnreadableSettingsException(unreadable);
    }
  }
}
