package io.goldenpath.web.access;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Where reading needs a role, so that a monitor without users pays for no log-ins. */
final class AccessRestricted implements Condition {

  private static final String USERS = "goldenpath.access.users[0].";
  private static final String OIDC = "goldenpath.access.oidc.";

  @Override
  public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
    Environment environment = context.getEnvironment();
    return environment.containsProperty(USERS + "name")
        || environment.containsProperty(OIDC + "issuer");
  }
}
