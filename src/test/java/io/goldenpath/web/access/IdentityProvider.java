package io.goldenpath.web.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

/** Spring Authorization Server with two people: sam of the group sre, and tom of sales. */
final class IdentityProvider implements AutoCloseable {

  static final String CLIENT = "golden-path";
  static final String CLIENT_SECRET = "cl1ent secret";
  static final String PASSWORD = "an0ther p&ssword=";

  private final AnnotationConfigServletWebServerApplicationContext context =
      new AnnotationConfigServletWebServerApplicationContext();

  IdentityProvider() {
    context.registerBean(TomcatServletWebServerFactory.class, IdentityProvider::loopback);
    context.register(Application.class);
    context.refresh();
  }

  String issuer() {
    WebServer server = context.getWebServer();
    if (server == null) {
      throw new IllegalStateException("a server context without a server");
    }
    return "http://127.0.0.1:" + server.getPort();
  }

  @Override
  public void close() {
    context.close();
  }

  private static TomcatServletWebServerFactory loopback() {
    TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory(0);
    factory.setAddress(InetAddress.getLoopbackAddress());
    // cookies know no ports
    factory.getSettings().getSession().getCookie().setName("PROVIDER");
    return factory;
  }

  @EnableWebMvc
  @EnableWebSecurity
  static class Application {

    @Bean
    SecurityFilterChain security(HttpSecurity http) {
      return http.oauth2AuthorizationServer(server -> server.oidc(Customizer.withDefaults()))
          .authorizeHttpRequests(all -> all.anyRequest().authenticated())
          .formLogin(Customizer.withDefaults())
          .build();
    }

    @Bean
    RegisteredClientRepository clients() {
      return new InMemoryRegisteredClientRepository(
          RegisteredClient.withId(CLIENT)
              .clientId(CLIENT)
              .clientSecret("{noop}" + CLIENT_SECRET)
              .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
              .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
              // of a loopback address any port is one of the client's
              .redirectUri("http://127.0.0.1/login/oauth2/code/oidc")
              .scope("openid")
              .scope("profile")
              .build());
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> groups() {
      return token -> {
        if (token.getTokenType().getValue().equals(OidcParameterNames.ID_TOKEN)) {
          Authentication user = Objects.requireNonNull(token.getPrincipal());
          String name = user.getName();
          token
              .getClaims()
              .claims(claims ->
                  claims.putAll(
                      Map.of(
                          "preferred_username",
                          name,
                          "groups",
                          List.of("everybody", name.equals("sam") ? "sre" : "sales"))));
        }
      };
    }

    @Bean
    JWKSource<SecurityContext> keys() throws JOSEException {
      return new ImmutableJWKSet<>(new JWKSet(new RSAKeyGenerator(2048).keyID("one").generate()));
    }

    @Bean
    JwtDecoder accessTokens(JWKSource<SecurityContext> keys) {
      return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
    }

    @Bean
    AuthorizationServerSettings addresses() {
      return AuthorizationServerSettings.builder().build();
    }

    @Bean
    InMemoryUserDetailsManager people() {
      return new InMemoryUserDetailsManager(person("sam"), person("tom"));
    }

    private static UserDetails person(String name) {
      return User.withUsername(name).password("{noop}" + PASSWORD).build();
    }

    @Bean
    DelegatingFilterProxyRegistrationBean securityFilter() {
      return new DelegatingFilterProxyRegistrationBean("springSecurityFilterChain");
    }

    @Bean
    DispatcherServlet dispatcherServlet() {
      return new DispatcherServlet();
    }

    @Bean
    DispatcherServletRegistrationBean dispatcherRegistration(DispatcherServlet servlet) {
      return new DispatcherServletRegistrationBean(servlet, "/");
    }
  }
}
