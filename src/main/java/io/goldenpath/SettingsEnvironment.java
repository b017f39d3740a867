package io.goldenpath;

import io.goldenpath.cli.UnreadableSettingsException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Settings as the service would read them, and the log as they want it, without the rest of a
 * Spring application.
 */
final class SettingsEnvironment {

  private SettingsEnvironment() {}

  static ConfigurableEnvironment read(List<String> properties) {
    AtomicReference<ConfigurableEnvironment> environment = new AtomicReference<>();
    try {
      new SpringApplicationBuilder(SettingsEnvironment.class)
          .web(WebApplicationType.NONE)
          .registerShutdownHook(false)
          .listeners(new End(environment))
          .run(properties.toArray(String[]::new));
    } catch (SpringApplication.AbandonedRunException _) {
      return environment.get();
    } catch (RuntimeException unreadable) {
      throw new UnreadableSettingsException(unreadable);
    }
    throw new IllegalStateException("no environment was prepared");
  }

  /** Ends the start once the environment is there, after all other listeners. */
  private record End(AtomicReference<ConfigurableEnvironment> environment)
      implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
      environment.set(event.getEnvironment());
      throw new SpringApplication.AbandonedRunException();
    }

    @Override
    public int getOrder() {
      return LOWEST_PRECEDENCE;
    }
  }
}
