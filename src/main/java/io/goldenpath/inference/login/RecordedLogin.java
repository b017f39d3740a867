package io.goldenpath.inference.login;

import io.goldenpath.har.RecordedCall;
import java.util.List;
import java.util.Optional;

/**
 * How a user got to the socket.
 *
 * @param calls Calls of the login; empty where it is not in the recording.
 * @param prepare Calls that are made for each run.
 * @param external Whether something carries a token that no call explains.
 * @param account Name of the recorded account; empty for none.
 * @param typed Whether a password was typed.
 * @param known What stands in templates in place of recorded values.
 * @param doubts What the recording leaves open, a sentence each.
 */
public record RecordedLogin(
    List<ChainedCall> calls,
    List<ChainedCall> prepare,
    boolean external,
    String account,
    boolean typed,
    SocketAccess socket,
    Substitutions known,
    List<String> doubts) {

  private static final String TOKEN = "token";

  public RecordedLogin {
    calls = List.copyOf(calls);
    prepare = List.copyOf(prepare);
    doubts = List.copyOf(doubts);
  }

  /** The pointer to the token where one call of JSON is the whole login. */
  public Optional<String> tokenPointer() {
    if (calls.size() != 1 || !typed) {
      return Optional.empty();
    }
    ChainedCall only = calls.getFirst();
    RecordedCall call = only.call();
    boolean posted =
        call.method().equals("POST")
            && !CallValues.isForm(call.request())
            && call.request().body().strip().startsWith("{");
    return posted && only.captures().size() == 1
        ? Optional.ofNullable(only.captures().get(TOKEN)).filter(place -> place.startsWith("/"))
        : Optional.empty();
  }
}
