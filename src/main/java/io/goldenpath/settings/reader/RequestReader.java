package io.goldenpath.settings.reader;

import io.goldenpath.model.target.Capture;
import io.goldenpath.model.target.Condition;
import io.goldenpath.model.target.RequestTemplate;
import io.goldenpath.model.target.Secret;
import io.goldenpath.settings.condition.ConditionCompiler;
import io.goldenpath.settings.keys.JsonTemplate;
import io.goldenpath.settings.keys.RequestProperties;
import io.goldenpath.settings.mistakes.Mistakes;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads HTTP calls. What one captures, the next may use. */
final class RequestReader {

  private final Mistakes mistakes;
  private final UrlChecker urlChecker;
  private final KnownVariables variables;
  private final @Nullable URI host;

  RequestReader(Mistakes mistakes, KnownVariables variables, @Nullable URI host) {
    this.mistakes = mistakes;
    this.urlChecker = new UrlChecker(mistakes);
    this.variables = variables;
    this.host = host;
  }

  List<RequestTemplate> read(String at, List<RequestProperties> written) {
    List<RequestTemplate> requests = new ArrayList<>();
    for (int i = 0; i < written.size(); i++) {
      read(at + "[" + i + "]", written.get(i)).ifPresent(requests::add);
    }
    return requests;
  }

  /** A POST to this address that sends nothing and expects nothing in return. */
  Optional<RequestTemplate> post(String at, Secret address) {
    variables.check(at, address);
    return url(at, address)
        .map(to ->
            new RequestTemplate(
                "POST " + path(address.reveal()),
                "POST",
                to,
                Map.of(),
                new RequestTemplate.Body.Nothing(),
                new RequestTemplate.Expectation(null, List.of())));
  }

  private Optional<RequestTemplate> read(String at, RequestProperties written) {
    Map<String, Secret> methods = methods(written);
    if (methods.size() != 1) {
      mistakes.add(at, "expected one of get, post, put, patch or delete, with its address");
      return Optional.empty();
    }
    String method = methods.keySet().iterator().next();
    Secret address = methods.values().iterator().next();
    urlChecker.checkHeaderNames(at, written.headers().keySet());
    written.headers().forEach((name, value) -> variables.check(at + ".headers." + name, value));
    variables.check(at + "." + method, address);
    Optional<Secret> url = url(at + "." + method, address);
    RequestTemplate.Body body = body(at, method, written);
    RequestTemplate.Expectation expectation = expectation(at, written);
    return url.map(to ->
        new RequestTemplate(
            method.toUpperCase(Locale.ROOT) + " " + path(address.reveal()),
            method.toUpperCase(Locale.ROOT),
            to,
            written.headers(),
            body,
            expectation));
  }

  /** The absolute address; a relative one belongs to the login's host. */
  private Optional<Secret> url(String at, Secret written) {
    String text = written.reveal();
    if (text.startsWith("{")) {
      return Optional.of(written);
    }
    if (!text.startsWith("/")) {
      return urlChecker.checkUrl(at, written, "http", "https").map(_ -> written);
    }
    if (host == null) {
      mistakes.add(at, "is relative to the host of login.url, which is missing");
      return Optional.empty();
    }
    Secret whole = Secret.of(host.getScheme() + "://" + host.getRawAuthority() + text);
    return urlChecker.checkUrl(at, whole, "http", "https").map(_ -> whole);
  }

  private RequestTemplate.Body body(String at, String method, RequestProperties written) {
    if (written.json() != null && !written.form().isEmpty()) {
      mistakes.add(at, "has both json and form; expected one body");
    }
    if (method.equals("get") && (written.json() != null || !written.form().isEmpty())) {
      mistakes.add(at, "a get sends no body; expected post, or no json and no form");
    }
    if (written.json() != null) {
      return json(at + ".json", written.json());
    }
    if (written.form().isEmpty()) {
      return new RequestTemplate.Body.Nothing();
    }
    written.form().forEach((name, value) -> variables.check(at + ".form." + name, value));
    return new RequestTemplate.Body.Form(written.form());
  }

  /** A body of JSON, whose variables are checked. */
  RequestTemplate.Body json(String at, JsonTemplate json) {
    Secret template = Secret.of(json.template());
    json.problem().ifPresent(flaw -> mistakes.add(at, flaw));
    variables.check(at, template);
    return new RequestTemplate.Body.Json(template);
  }

  private RequestTemplate.Expectation expectation(String at, RequestProperties written) {
    CaptureReader captureReader = new CaptureReader(mistakes);
    List<Capture> captures = new ArrayList<>();
    written
        .capture()
        .forEach((name, source) -> {
          captureReader.read(at + ".capture." + name, name, source).ifPresent(captures::add);
          variables.define(name);
        });
    Condition ok =
        Optional.ofNullable(written.ok())
            .flatMap(text -> ConditionCompiler.ofReply().compile(at + ".ok", text, mistakes))
            .orElse(null);
    return new RequestTemplate.Expectation(ok, captures);
  }

  private static Map<String, Secret> methods(RequestProperties written) {
    Map<String, Secret> methods = new LinkedHashMap<>();
    put(methods, "get", written.get());
    put(methods, "post", written.post());
    put(methods, "put", written.put());
    put(methods, "patch", written.patch());
    put(methods, "delete", written.delete());
    return methods;
  }

  private static void put(Map<String, Secret> methods, String name, @Nullable Secret address) {
    if (address != null) {
      methods.put(name, address);
    }
  }

  /** The path alone: a query may hold a secret. */
  static String path(String address) {
    String path = address.replaceFirst("^[a-z]+://[^/?#]*", "").split("[?#]", 2)[0];
    return path.isEmpty() ? "/" : path;
  }
}
