package io.goldenpath.demo.platform;

import io.goldenpath.demo.script.DemoAccount;
import io.goldenpath.demo.script.DemoRunIds;
import io.goldenpath.demo.script.DemoState;
import io.goldenpath.demo.script.DemoUser;
import io.goldenpath.demo.script.UserRequest;

/** Context of a connection for a change of its script. */
public record ScriptContext(DemoUser user, String text, DemoRunIds ids, DemoState state) {

  public UserRequest request() {
    return UserRequest.of(text);
  }

  public DemoAccount otherAccount() {
    return state.accounts().otherThan(user.id());
  }
}
