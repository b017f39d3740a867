package io.goldenpath;

import io.goldenpath.demo.platform.DemoConfiguration;
import io.goldenpath.settings.load.SettingsLoader;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Runs the demo platform inside the monitor where the settings want it. */
@Configuration(proxyBeanMethods = false)
@Conditional(EmbeddedDemoConfiguration.DemoEnabled.class)
@Import(DemoConfiguration.class)
class EmbeddedDemoConfiguration {

  /** Where no target is configured, or {@code goldenpath.demo.enabled} says so. */
  static class DemoEnabled implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
      return context.getEnvironment() instanceof ConfigurableEnvironment environment
          && SettingsLoader.load(environment).demo();
    }
  }
}
