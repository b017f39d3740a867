package io.goldenpath.demo.script;

/** Account that may log in. */
public record DemoAccount(String id, String email, String password) {

  @Override
  public String toString() {
    return email;
  }
}
