package io.goldenpath.demo.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserRequestTests {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Repeat the code KWXQZ and tell me: what is 17 + 25? | KWXQZ | 42",
        "The code is Abc. Say it, and 3+4. | Abc | 7",
        "5 plus -8, please, and this code: \"xyz\" | xyz | -3",
        "Code word \"tulip\"; add 0 + 0 | tulip | 0"
      })
  void readsTheCodeAndTheSumInWhateverWords(String text, String code, long sum) {
    UserRequest understood = UserRequest.of(text);

    assertThat(understood.code()).isEqualTo(code);
    assertThat(understood.addition()).extracting(UserRequest.Addition::sum).isEqualTo(sum);
    assertThat(understood.answer()).contains(code).contains("= " + sum + ".");
  }

  @Test
  void saysSoWhenThereIsNothingToRepeatOrAdd() {
    assertThat(UserRequest.of("Good morning").answer())
        .isEqualTo("There was no code for me to repeat.");
  }

  @Test
  void hearsTheWishForSeveralAgents() {
    assertThat(UserRequest.of("Let Several Agents work on it").several()).isTrue();
    assertThat(UserRequest.of("Let an agent work on it").several()).isFalse();
  }
}
