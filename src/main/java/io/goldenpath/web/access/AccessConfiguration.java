package io.goldenpath.web.access;

import io.goldenpath.settings.load.CurrentSettings;
import io.goldenpath.settings.service.AccessSettings;
import io.goldenpath.settings.service.OidcClient;
import io.goldenpath.web.access.oidc.OidcLogin;
import jakarta.servlet.DispatcherType;
import java.time.InstantSource;
import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.session.HttpSessionEventPublisher;

/** Log-ins and roles, where the settings name who signs in. */
@Configuration(proxyBeanMethods = false)
@Conditional(AccessRestricted.class)
@EnableWebSecurity
record AccessConfiguration(CurrentSettings settings, AccessRoles roles, InstantSource clock) {

  private static final String FILTER = "springSecurityFilterChain";
  private static final int FILTER_ORDER = -100;
  private static final int MOST_SESSIONS_OF_ONE = 20;

  @Bean
  SecurityFilterChain accessRules(HttpSecurity http, Environment environment) throws Exception {
    AccessSettings access = settings.settings().access();
    AccessRefusal refusal = new AccessRefusal(roles);
    String actuator = environment.getProperty("management.endpoints.web.base-path", "/actuator");
    http.securityMatcher(request -> !PathRules.isDemoPlatform(request))
        .authorizeHttpRequests(requests ->
            requests
                // the request that led there has been let in
                .dispatcherTypeMatchers(
                    DispatcherType.ASYNC, DispatcherType.ERROR, DispatcherType.FORWARD)
                .permitAll()
                .anyRequest()
                .access(new PathRules(actuator, roles)))
        .addFilterBefore(
            new BearerTokenFilter(new BearerToken(settings)), BasicAuthenticationFilter.class)
        .csrf(csrf ->
            csrf.csrfTokenRepository(new CookieCsrfTokenRepository())
                .requireCsrfProtectionMatcher(new CrossSiteRequests()))
        .sessionManagement(sessions ->
            sessions.maximumSessions(MOST_SESSIONS_OF_ONE).expiredUrl(LoginController.PATH))
        .exceptionHandling(
            refused -> refused.authenticationEntryPoint(refusal).accessDeniedHandler(refusal))
        // headers of its own are set by SecurityHeadersFilter, addresses to go back to by the form
        .headers(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable);
    logIns(http, access, refusal);
    return http.build();
  }

  private void logIns(HttpSecurity http, AccessSettings access, AccessRefusal refusal)
      throws Exception {
    LoginReplies replies = new LoginReplies();
    http.logout(logout -> logout.logoutSuccessHandler(replies));
    if (!access.users().isEmpty()) {
      http.authenticationProvider(new PasswordLogin(settings, new LoginAttempts(clock)))
          .httpBasic(basic -> basic.authenticationEntryPoint(refusal))
          .formLogin(form ->
              form.loginPage(LoginController.PATH).successHandler(replies).failureHandler(replies));
    }
    OidcClient oidc = access.oidc();
    if (oidc != null) {
      http.oauth2Login(login -> {
        login.loginPage(LoginController.PATH).successHandler(replies);
        new OidcLogin(oidc, clock).configure(login, replies);
      });
    }
  }

  @Bean
  DelegatingFilterProxyRegistrationBean accessFilter() {
    DelegatingFilterProxyRegistrationBean filter =
        new DelegatingFilterProxyRegistrationBean(FILTER);
    filter.setOrder(FILTER_ORDER);
    filter.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR);
    return filter;
  }

  /** Tells of sessions that end, so that those of one user are counted right. */
  @Bean
  HttpSessionEventPublisher sessionEvents() {
    return new HttpSessionEventPublisher();
  }

  @Bean
  JwtDecoderFactory<ClientRegistration> idTokens() {
    return OidcLogin::decoder;
  }

  /** Who logs in is no series. */
  @Bean
  SecurityObservationSettings noObservations() {
    return SecurityObservationSettings.noObservations();
  }
}
