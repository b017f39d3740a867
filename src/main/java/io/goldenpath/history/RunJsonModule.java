package io.goldenpath.history;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.goldenpath.model.finding.Evidence;
import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.Labelled;
import io.goldenpath.model.http.HttpExchange;
import io.goldenpath.model.http.HttpHeaderLines;
import io.goldenpath.model.probe.ProbeId;
import io.goldenpath.model.run.EventArrival;
import io.goldenpath.model.run.Expiry;
import io.goldenpath.model.run.RunInfo;
import io.goldenpath.model.run.RunTrace;
import io.goldenpath.model.run.StepResult;
import io.goldenpath.model.run.Transcript;
import io.goldenpath.model.run.UserRun;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.PropertyName;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedField;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * Runs as the API writes them: constants by their label, moments to the millisecond, durations in
 * seconds to the microsecond, with {@code Seconds} behind their name.
 */
public final class RunJsonModule extends SimpleModule {

  private static final long serialVersionUID = 1L;

  public RunJsonModule() {
    write(Labelled.class, Labelled::label);
    write(Instant.class, at -> at.truncatedTo(ChronoUnit.MILLIS).toString());
    write(Duration.class, time -> Math.round(time.toNanos() / 1e3) / 1e6);
    write(HttpHeaderLines.class, HttpHeaderLines::byName);
    setMixInAnnotation(HttpExchange.class, ExchangeJson.class);
    setMixInAnnotation(RunInfo.class, RunInfoJson.class);
    setMixInAnnotation(UserRun.class, UserJson.class);
    setMixInAnnotation(EventArrival.class, EventJson.class);
    setMixInAnnotation(StepResult.class, StepJson.class);
    setMixInAnnotation(Transcript.class, TranscriptJson.class);
    setMixInAnnotation(Finding.class, FindingJson.class);
    setMixInAnnotation(Evidence.class, EvidenceJson.class);
    setMixInAnnotation(Evidence.OtherUser.class, OtherUserJson.class);
  }

  interface RunInfoJson {

    @JsonUnwrapped
    ProbeId probe();

    @JsonIgnore
    @Nullable RunTrace trace();

    @JsonProperty("traceId")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    Optional<String> keptTrace();
  }

  interface UserJson {

    @JsonUnwrapped
    Transcript transcript();

    @JsonIgnore
    Expiry expiry();
  }

  interface EventJson {

    @JsonIgnore
    int answerLength();
  }

  interface StepJson {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Nullable Duration tokenAge();

    /** Stands beside the run's outcome. */
    @JsonIgnore
    @Nullable Instant loginFailingSince();
  }

  interface TranscriptJson {

    @JsonProperty("framesLeft")
    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
    int omitted();

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    List<HttpExchange> exchanges();
  }

  interface ExchangeJson {

    @JsonProperty
    String path();
  }

  interface FindingJson {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Nullable String event();

    @JsonProperty("user")
    int slot();

    @JsonUnwrapped
    Evidence evidence();
  }

  /** When to come back stands in the message. */
  @JsonIgnoreProperties("retryAfterSeconds")
  interface EvidenceJson {

    @JsonIgnore
    boolean doubtful();

    @JsonProperty("other")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    Evidence.@Nullable OtherUser otherUser();
  }

  interface OtherUserJson {

    @JsonProperty("user")
    int slot();
  }

  private <T> void write(Class<T> type, Function<T, Object> form) {
    addSerializer(
        new StdSerializer<T>(type) {
          @Override
          public void serialize(T value, JsonGenerator json, SerializationContext context) {
            json.writePOJO(form.apply(value));
          }
        });
  }

  @Override
  public void setupModule(SetupContext context) {
    super.setupModule(context);
    context.insertAnnotationIntrospector(new SecondsNaming());
  }

  private static final class SecondsNaming extends NopAnnotationIntrospector {

    private static final long serialVersionUID = 1L;

    @Override
    public @Nullable PropertyName findNameForSerialization(MapperConfig<?> config, Annotated part) {
      return part instanceof AnnotatedField field
              && field.getDeclaringClass().isRecord()
              && field.getRawType() == Duration.class
          ? PropertyName.construct(field.getName() + "Seconds")
          : null;
    }
  }
}
