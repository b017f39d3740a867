package io.goldenpath.platforms.graphql;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/** A platform on Spring for GraphQL, on a free port. */
final class SpringGraphQlServer implements AutoCloseable {

  private final ConfigurableApplicationContext context =
      new SpringApplicationBuilder(Wiring.class)
          .web(WebApplicationType.SERVLET)
          .registerShutdownHook(false)
          .run(
              "--spring.config.name=graphql-platform",
              "--server.address=127.0.0.1",
              "--server.port=0",
              "--spring.main.banner-mode=off",
              "--spring.graphql.schema.locations=classpath:io/goldenpath/platforms/graphql/",
              "--spring.graphql.websocket.path=/graphql",
              "--spring.graphql.websocket.keep-alive=200ms");

  int port() {
    return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }

  @Override
  public void close() {
    context.close();
  }

  /** No configuration by its own annotation, so that a scan of the whole monitor passes it by. */
  @EnableAutoConfiguration
  @Import({ChatController.class, TokenInterceptor.class})
  static class Wiring {}
}
