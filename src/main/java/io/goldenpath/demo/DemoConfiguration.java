package io.goldenpath.demo;

import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.server.standard.ServletServerContainerFactoryBean;
import org.springframework.web.socket.server.support.DefaultHandshakeHandler;

/** The demo platform inside another application: to be imported where it is wanted. */
@EnableWebSocket
public class DemoConfiguration {

  /** Each guest is somebody else, so that what is remembered of them needs a bound of its own. */
  private static final int GUESTS = 500;

  private static final int BUFFER = 1024;

  /** Messages come in parts no longer than this, for each connection keeps a buffer for one. */
  @Bean
  ServletServerContainerFactoryBean demoBuffers() {
    ServletServerContainerFactoryBean container = new ServletServerContainerFactoryBean();
    container.setMaxTextMessageBufferSize(BUFFER);
    container.setMaxBinaryMessageBufferSize(BUFFER);
    return container;
  }

  @Bean
  DemoAccounts demoAccounts(ObjectProvider<DemoSetup> setup) {
    return DemoAccounts.make(setup.getIfAvailable(DemoSetup::usual).accounts());
  }

  @Bean
  DemoFaults demoFaults() {
    return new DemoFaults();
  }

  @Bean
  DemoLog demoLog(DemoAccounts accounts) {
    return new DemoLog(InstantSource.system(), accounts.all().size());
  }

  @Bean
  Timing demoTiming() {
    return new Timing(InstantSource.system());
  }

  @Bean
  Tokens demoTokens() {
    return new Tokens(InstantSource.system());
  }

  @Bean
  Stage demoStage(
      DemoAccounts accounts,
      DemoFaults faults,
      DemoLog log,
      Timing timing,
      ObjectProvider<DemoSetup> setup) {
    Pace pace = new Pace(setup.getIfAvailable(DemoSetup::usual).seed());
    Past past = new Past(Math.max(GUESTS, accounts.all().size()));
    Present present = new Present(accounts, timing);
    return new Stage(accounts, faults, log, past, present, pace, timing);
  }

  @Bean
  WarmUp demoWarmUp(
      WebServerApplicationContext context, DemoAccounts accounts, Tokens tokens, DemoLog log) {
    return new WarmUp(context, accounts, tokens, log);
  }

  @Bean
  RouterFunction<ServerResponse> demoRoutes(Stage stage, Tokens tokens) {
    LoginDesk desk = new LoginDesk(stage.accounts(), tokens, stage.faults(), stage.log());
    LogoutDesk logouts = new LogoutDesk(tokens, stage);
    FaultDesk faults = new FaultDesk(stage.faults(), stage.accounts());
    return new DemoRoutes(desk, logouts, faults, stage.timing()).routes();
  }

  @Bean
  WebSocketConfigurer demoSockets(Stage stage, Tokens tokens) {
    Door door = new Door(new Doorkeeper(tokens, stage.accounts()), stage);
    DemoSocket users = new DemoSocket(stage, door::admit);
    DemoSocket guests = new DemoSocket(stage, (_, _) -> new Admission.Admitted(Visitor.guest()));
    DefaultHandshakeHandler handshake = new DefaultHandshakeHandler();
    handshake.setSupportedProtocols(Doorkeeper.SUBPROTOCOL);
    return registry -> {
      registry
          .addHandler(users, "/demo/ws")
          .setAllowedOrigins("*")
          .addInterceptors(users)
          .setHandshakeHandler(handshake);
      registry.addHandler(guests, "/demo/guest/ws").setAllowedOrigins("*").addInterceptors(guests);
    };
  }
}
