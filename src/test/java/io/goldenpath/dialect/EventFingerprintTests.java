package io.goldenpath.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class EventFingerprintTests {

  @Test
  void neitherTheOrderOfFieldsCountsNorWhatChangesWhenAnEventIsSentAgain() {
    assertThat(of("{'type':'x','payload':{'a':1,'b':[true,null]}}"))
        .isEqualTo(
            of(
                "{'timestamp':1,'payload':{'b':[true,null],'attempt':2,'a':1},'message_id':'m',"
                    + "'type':'x'}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          {'a':1}           | {'a':'1'}
          {'a':1}           | {'a':1.0}
          {'a':null}        | {'a':'null'}
          {'a':null}        | {}
          {'a':'b','c':'d'} | {'a':'b","c":"d'}
          {'a':['b','c']}   | {'a':['bc']}
          {'a':[1,23]}      | {'a':[12,3]}
          {'a':[[1],2]}     | {'a':[[1,2]]}
          {'a':{'b':1}}     | {'a':{},'b':1}
          {'a':[]}          | {'a':{}}
          """)
  void anythingElseCounts(String one, String other) {
    assertThat(of(one)).isNotEqualTo(of(other));
  }

  private static String of(String frame) {
    String json = frame.replace("\"", "\\\"").replace('\'', '"');
    return EventFingerprint.of(JsonMapper.shared().readTree(json));
  }
}
