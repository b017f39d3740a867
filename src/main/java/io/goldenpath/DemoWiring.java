package io.goldenpath;

import io.goldenpath.demo.DemoConfiguration;
import io.goldenpath.settings.SettingsLoader;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Runs the demo platform inside the monitor where the settings want it. */
@Configuration(proxyBeanMethods = false)
@Conditional(DemoWiring.Wanted.class)
@Import(DemoConfiguration.class)
class DemoWiring {

  /** Where no target is configured, or {@code goldenpath.demo.enabled} says so. */
  static class Wanted implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
      return context.getEnvironment() instanceof ConfigurableEnvironment environment
          && SettingsLoader.load(environment).demo();
    }
  }
}
