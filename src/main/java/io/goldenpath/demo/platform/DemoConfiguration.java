package io.goldenpath.demo.platform;

import static org.springframework.web.servlet.function.RouterFunctions.route;

import io.goldenpath.demo.script.AgentPace;
import io.goldenpath.demo.script.DemoAccounts;
import io.goldenpath.demo.script.DemoState;
import io.goldenpath.demo.script.DemoTimer;
import io.goldenpath.demo.script.DemoUser;
import io.goldenpath.demo.script.UserHistory;
import java.time.InstantSource;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.server.standard.ServletServerContainerFactoryBean;

/** Demo platform for import into an application; a bean {@link DemoSetup} changes its settings. */
@EnableWebSocket
public class DemoConfiguration {

  /** Each guest is a new user, so that the history of guests needs a bound of its own. */
  private static final int GUESTS = 500;

  private static final int BUFFER = 1024;

  private final DemoSetup setup;

  DemoConfiguration(ObjectProvider<DemoSetup> setup) {
    this.setup = setup.getIfAvailable(DemoSetup::usual);
  }

  /** Messages come in parts no longer than this, for each connection keeps a buffer for one. */
  @Bean
  ServletServerContainerFactoryBean demoBuffers() {
    ServletServerContainerFactoryBean container = new ServletServerContainerFactoryBean();
    container.setMaxTextMessageBufferSize(BUFFER);
    container.setMaxBinaryMessageBufferSize(BUFFER);
    return container;
  }

  @Bean
  DemoAccounts demoAccounts() {
    return DemoAccounts.make(setup.accounts());
  }

  @Bean
  DemoFaults demoFaults() {
    return new DemoFaults();
  }

  @Bean
  DemoTimer demoTimer() {
    return new DemoTimer(InstantSource.system());
  }

  @Bean
  DemoTokens demoTokens() {
    return new DemoTokens(InstantSource.system());
  }

  @Bean
  DemoState demoState(DemoAccounts accounts, DemoTimer timer) {
    UserHistory history = new UserHistory(Math.max(GUESTS, accounts.all().size()));
    AgentPace pace = new AgentPace(setup.seed());
    return new DemoState(
        accounts, new CopyOnWriteArrayList<>(), history, new CopyOnWriteArrayList<>(), pace, timer);
  }

  @Bean
  WarmUp demoWarmUp(DemoAccounts accounts, DemoTokens tokens) {
    return new WarmUp(accounts, tokens);
  }

  @Bean
  RouterFunction<ServerResponse> demoRoutes(DemoState state, DemoTokens tokens, DemoFaults faults) {
    AuthHandler auth = new AuthHandler(state, tokens, faults);
    FaultsHandler orders = new FaultsHandler(setup.catalogue(), faults, state.accounts());
    return route()
        .POST("/demo/auth/login", auth::login)
        .POST("/demo/auth/logout", auth::logout)
        .GET("/demo/faults", _ -> orders.list())
        .POST("/demo/faults", orders::order)
        .build();
  }

  @Bean
  WebSocketConfigurer demoSockets(DemoState state, DemoTokens tokens, DemoFaults faults) {
    TokenReader reader = new TokenReader(tokens, state.accounts());
    DemoSocket users = new DemoSocket(state, faults, reader::admit, TokenReader.SUBPROTOCOL);
    DemoSocket guests =
        new DemoSocket(state, faults, (_, _) -> new Admission(DemoUser.guest(), null));
    return registry -> {
      registry.addHandler(users, "/demo/ws").setAllowedOrigins("*").setHandshakeHandler(users);
      registry
          .addHandler(guests, "/demo/guest/ws")
          .setAllowedOrigins("*")
          .setHandshakeHandler(guests);
    };
  }
}
