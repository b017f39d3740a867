package io.goldenpath.journey.login;

import io.goldenpath.journey.run.ExchangeRecorder.Span;
import io.goldenpath.journey.run.RunContext;
import io.goldenpath.journey.run.UserRunRecorder;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.target.Capture;
import io.goldenpath.model.target.Condition;
import io.goldenpath.model.target.RequestTemplate;
import io.goldenpath.model.target.Route;
import io.goldenpath.model.target.Secret;
import io.goldenpath.model.time.Deadline;
import io.goldenpath.wire.HttpCall;
import io.goldenpath.wire.HttpReply;
import io.goldenpath.wire.HttpResult;
import io.goldenpath.wire.WireClient;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes one user's HTTP requests: fills in variables, keeps cookies, captures values. */
public final class UserHttpClient {

  private final WireClient wire;
  private final Route route;
  private final UserRunRecorder recorder;
  private final UserVariables variables;
  private final IssuedToken token;
  private final CookieJar cookies;
  private @Nullable ParsedReply lastReply;

  public UserHttpClient(
      RunContext context, UserRunRecorder recorder, UserVariables variables, IssuedToken token) {
    this(context.wire(), context.probe().target().access().httpRoute(), recorder, variables, token);
  }

  private UserHttpClient(
      WireClient wire,
      Route route,
      UserRunRecorder recorder,
      UserVariables variables,
      IssuedToken token) {
    this.wire = wire;
    this.route = route;
    this.recorder = recorder;
    this.variables = variables;
    this.token = token;
    this.cookies = variables.cookies();
  }

  /** The same for other variables and another token. */
  UserHttpClient with(UserVariables others, IssuedToken other) {
    return new UserHttpClient(wire, route, recorder, others, other);
  }

  Optional<ParsedReply> last() {
    return Optional.ofNullable(lastReply);
  }

  /**
   * Makes a call; empty on success.
   *
   * @param who what the request is, at the beginning of a sentence
   * @param refused when a reply is a refusal; null for the usual statuses
   * @param step which the call is part of
   */
  public Optional<LoginResult.Failure> call(
      RequestTemplate request,
      String who,
      @Nullable Condition refused,
      Step step,
      Deadline deadline)
      throws InterruptedException {
    CallFailures failures = new CallFailures(request, who, recorder, variables.now());
    Optional<LoginResult.Failure> unready = unready(request, failures);
    if (unready.isPresent()) {
      return unready;
    }
    URI url = variables.address(request.url()).orElseThrow();
    HttpCall call = request(request, url);
    long from = recorder.now();
    HttpResult result = wire.exchange(call, deadline);
    exchanged(call, new Span(from, recorder.now()), result);
    if (step != Step.CLOSE) {
      recorder.warnOfDead(step, result.deadAddresses());
      recorder.certificateSeen(step, result.certificateExpiry());
    }
    return switch (result) {
      case HttpResult.Failed(var failure, _, _) -> Optional.of(failures.unanswered(failure));
      case HttpResult.Answered(var answer, _, _) -> {
        if (step != Step.CLOSE) {
          recorder.replied(answer);
        }
        ParsedReply reply = received(answer, url);
        Optional<LoginResult.Failure> failure = failures.of(reply, refused);
        yield failure.isPresent() ? failure : capture(request, reply, failures);
      }
    };
  }

  private void exchanged(HttpCall call, Span span, HttpResult result) {
    recorder
        .exchanges()
        .called(span, call, result instanceof HttpResult.Answered(var reply, _, _) ? reply : null);
  }

  /** Why a call cannot be made; empty where it can. */
  private Optional<LoginResult.Failure> unready(RequestTemplate request, CallFailures failures) {
    Set<String> missing = variables.missing(templates(request));
    if (!missing.isEmpty()) {
      return Optional.of(failures.missing(missing));
    }
    return variables.address(request.url()).isPresent()
        ? Optional.empty()
        : Optional.of(failures.noAddress());
  }

  private ParsedReply received(HttpReply answer, URI url) {
    cookies.receive(url, answer.headerValues("Set-Cookie"), variables.now());
    cookies.secrets().forEach(recorder::hide);
    ParsedReply reply = ParsedReply.of(answer, cookies.byName());
    lastReply = reply;
    return reply;
  }

  /**
   * Hands out a call that asks a question.
   *
   * @param answered what to do once there is an answer or none will come, on another thread
   */
  SubmittedCall submit(RequestTemplate request, Deadline deadline, Runnable answered) {
    String who = "The call that asks the question (" + request.label() + ")";
    CallFailures failures = new CallFailures(request, who, recorder, variables.now());
    Optional<LoginResult.Failure> unready = unready(request, failures);
    if (unready.isPresent()) {
      return SubmittedCall.never(SubmissionFailure.notMade(unready.get()));
    }
    URI url = variables.address(request.url()).orElseThrow();
    HttpCall call = request(request, url);
    return SubmittedCall.begun(
        () -> {
          long from = recorder.now();
          HttpResult result = wire.exchange(call, deadline);
          Span span = new Span(from, recorder.now());
          return () -> {
            exchanged(call, span, result);
            return switch (result) {
              case HttpResult.Failed(var failure, _, _) ->
                  Optional.of(SubmissionFailure.unanswered(failures.unanswered(failure)));
              case HttpResult.Answered(var answer, _, _) ->
                  submitted(request, received(answer, url), failures);
            };
          };
        },
        answered);
  }

  private Optional<SubmissionFailure> submitted(
      RequestTemplate request, ParsedReply reply, CallFailures failures) {
    return failures
        .of(reply, null)
        .or(() -> capture(request, reply, failures))
        .map(failure -> SubmissionFailure.answered(failure, reply.status()));
  }

  private Optional<LoginResult.Failure> capture(
      RequestTemplate request, ParsedReply reply, CallFailures failures) {
    for (Capture capture : request.expects().captures()) {
      Optional<Secret> value = reply.capture(capture);
      if (value.isEmpty()) {
        return Optional.of(failures.notCaptured(capture, reply));
      }
      variables.set(capture.name(), value.get());
    }
    return Optional.empty();
  }

  private HttpCall request(RequestTemplate request, URI url) {
    Map<String, Secret> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    variables.trace(headers);
    headers.put("Accept", Secret.of("application/json, text/html;q=0.9, */*;q=0.8"));
    if (!token.guest()) {
      headers.put("Authorization", Secret.of("Bearer " + token.value().reveal()));
    }
    cookies.header(url, variables.now()).ifPresent(value -> headers.put("Cookie", value));
    String body =
        switch (request.body()) {
          case RequestTemplate.Body.Nothing() -> null;
          case RequestTemplate.Body.Json(var template) -> {
            headers.put("Content-Type", Secret.of("application/json"));
            headers.put("Accept", Secret.of("application/json"));
            yield variables.inJson(template);
          }
          case RequestTemplate.Body.Form(var fields) -> {
            headers.put("Content-Type", Secret.of("application/x-www-form-urlencoded"));
            yield form(fields);
          }
        };
    request
        .headers()
        .forEach((name, value) -> headers.put(name, Secret.of(variables.inHeader(value))));
    return new HttpCall(request.method(), url, headers, body, route);
  }

  private String form(Map<String, Secret> fields) {
    return fields.entrySet().stream()
        .map(field -> encoded(field.getKey()) + "=" + encoded(variables.plain(field.getValue())))
        .collect(Collectors.joining("&"));
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static List<Secret> templates(RequestTemplate request) {
    List<Secret> texts = new ArrayList<>(request.headers().values());
    texts.add(request.url());
    switch (request.body()) {
      case RequestTemplate.Body.Nothing() -> {}
      case RequestTemplate.Body.Json(var template) -> texts.add(template);
      case RequestTemplate.Body.Form(var fields) -> texts.addAll(fields.values());
    }
    return texts;
  }
}
