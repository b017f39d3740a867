package io.goldenpath.web;

import io.goldenpath.history.RunJsonModule;
import io.goldenpath.web.access.AccessInterceptor;
import io.goldenpath.web.api.ContentTypeRule;
import java.util.List;
import java.util.Map;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.MimeMappings;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.ConfigurableServletWebServerFactory;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.type.LogicalType;

/** Registers the access rule, the JSON of runs and the type of runbooks. */
@Configuration(proxyBeanMethods = false)
record WebConfiguration(AccessInterceptor rule) implements WebMvcConfigurer {

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(rule).addPathPatterns("/api/**", "/demo/faults/**");
    registry.addInterceptor(new ContentTypeRule()).addPathPatterns("/api/**");
  }

  /** Runbooks as plain text: a browser would save Markdown rather than show it. */
  @Bean
  static WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> runbookMimeType() {
    return server ->
        server.addMimeMappings(new MimeMappings(Map.of("md", "text/plain;charset=UTF-8")));
  }

  @Bean
  static WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemsOfTheServer() {
    return server ->
        server.addContextCustomizers(context -> {
          if (context.getParent() instanceof StandardHost host) {
            host.setErrorReportValveClass(ProblemReportValve.class.getName());
          }
        });
  }

  /** Whoever asks again for what is the same gets 304; weak, for the strong are not compressed. */
  @Bean
  static FilterRegistrationBean<ShallowEtagHeaderFilter> entityTags() {
    ShallowEtagHeaderFilter filter = new ShallowEtagHeaderFilter();
    filter.setWriteWeakETag(true);
    FilterRegistrationBean<ShallowEtagHeaderFilter> registered =
        new FilterRegistrationBean<>(filter);
    // not the events, which it would keep back
    registered.addUrlPatterns(
        "/api/openapi.json",
        "/api/probes",
        "/api/targets",
        "/api/runs/*",
        "/api/incidents",
        "/api/regressions",
        "/api/markers",
        "/api/maintenance",
        "/api/slo");
    return registered;
  }

  /** What is posted has to be what it seems: a misspelt name would be a wish that nobody hears. */
  @Bean
  static JsonMapperBuilderCustomizer strictBodies() {
    return mapper ->
        mapper
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .withCoercionConfig(
                LogicalType.Textual,
                text ->
                    List.of(
                            CoercionInputShape.Boolean,
                            CoercionInputShape.Integer,
                            CoercionInputShape.Float)
                        .forEach(shape -> text.setCoercion(shape, CoercionAction.Fail)));
  }

  @Bean
  static RunJsonModule runJson() {
    return new RunJsonModule();
  }
}
