package io.goldenpath.web;

import io.goldenpath.web.access.AccessInterceptor;
import io.goldenpath.web.access.SecurityHeadersFilter;
import io.goldenpath.web.events.EventStream;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Registers the access rule, the security headers and the event stream. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

  private final AccessInterceptor rule;

  WebConfiguration(AccessInterceptor rule) {
    this.rule = rule;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(rule).addPathPatterns("/api/**", "/demo/faults/**");
  }

  /** Runs after the listeners whose data its clients will fetch. */
  @Bean
  @Order(Ordered.LOWEST_PRECEDENCE)
  static EventStream eventStream() {
    return new EventStream();
  }

  @Bean
  static FilterRegistrationBean<SecurityHeadersFilter> pageHeaders() {
    FilterRegistrationBean<SecurityHeadersFilter> registration =
        new FilterRegistrationBean<>(new SecurityHeadersFilter());
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return registration;
  }
}
