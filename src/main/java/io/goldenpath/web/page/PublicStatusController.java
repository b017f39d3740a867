package io.goldenpath.web.page;

import io.goldenpath.verdict.VerdictBoard;
import java.time.InstantSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The page that stays open where reading needs a role. */
@Controller
record PublicStatusController(VerdictBoard board, InstantSource clock) {

  @GetMapping("/status")
  ModelAndView status() {
    PageFormat format = new PageFormat(clock.instant());
    return new ModelAndView("public", "view", PublicStatus.of(board.states(), format))
        .addObject("format", format);
  }
}
