package io.goldenpath;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the monitor. */
@SpringBootApplication
public class GoldenPathMonitor {

  public static void main(String[] args) {
    SpringApplication.run(GoldenPathMonitor.class, args);
  }
}
