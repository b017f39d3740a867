package io.goldenpath.framing.graphql;

import io.goldenpath.framing.CloseCodes;
import io.goldenpath.framing.Framing;
import io.goldenpath.framing.FramingConnection;
import io.goldenpath.framing.MessageTemplate;
import io.goldenpath.model.target.TemplateValues;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The subprotocol {@code graphql-transport-ws}: each message that is sent is an operation. */
public final class GraphQlFraming implements Framing {

  private static final String SUBPROTOCOL = "graphql-transport-ws";
  private static final CloseCodes CLOSE_CODES =
      new CloseCodes(
          Set.of(1000),
          Set.of(4401, 4403),
          Set.of(4400),
          Map.of(
              4400, "the server found a message of ours invalid",
              4406, "the server does not speak " + SUBPROTOCOL,
              4408, "the server did not get connection_init in time",
              4409, "the server has an operation of this id already",
              4429, "the server got connection_init more than once",
              4500, "the server failed by an error of its own"));

  private final @Nullable MessageTemplate connect;

  /**
   * A framing of this handshake.
   *
   * @param connect Payload of {@code connection_init}; null for none.
   */
  public GraphQlFraming(@Nullable MessageTemplate connect) {
    this.connect = connect;
  }

  @Override
  public FramingConnection connection(TemplateValues values) {
    return new GraphQlConnection(connect == null ? null : connect.fill(values));
  }

  @Override
  public List<String> subprotocols() {
    return List.of(SUBPROTOCOL);
  }

  @Override
  public CloseCodes closeCodes() {
    return CLOSE_CODES;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof GraphQlFraming that && Objects.equals(connect, that.connect);
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(connect);
  }
}
