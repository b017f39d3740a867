package io.goldenpath.web.har;

import io.goldenpath.history.RunSearch;
import io.goldenpath.model.run.Run;
import io.goldenpath.web.har.HttpArchive.Creator;
import io.goldenpath.web.har.HttpArchive.Log;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** A run as an archive that a browser's network panel opens. */
@RestController
record ArchiveController(RunSearch runs, ObjectProvider<BuildProperties> build) {

  @GetMapping("/runs/{id}.har")
  ResponseEntity<HttpArchive> archive(@PathVariable String id) {
    Run run = runs.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + run.id() + ".har\"")
        .body(archive(run));
  }

  private HttpArchive archive(Run run) {
    List<UserArchive> users =
        run.users().stream()
            .map(user -> new UserArchive(run, user))
            .filter(user -> !user.entries().isEmpty())
            .toList();
    return new HttpArchive(
        new Log(
            new Creator("Golden Path Monitor", version()),
            users.stream().map(UserArchive::page).toList(),
            users.stream().flatMap(user -> user.entries().stream()).toList()));
  }

  private String version() {
    BuildProperties known = build.getIfAvailable();
    String version = known == null ? null : known.getVersion();
    return version == null ? "development" : version;
  }
}
