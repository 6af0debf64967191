package jp.otodoke.fulfilment.web;

import java.util.Set;
import jp.otodoke.fulfilment.BeginWave;
import jp.otodoke.fulfilment.StopWave;
import jp.otodoke.fulfilment.Wave;
import jp.otodoke.fulfilment.WaveScope;
import jp.otodoke.fulfilment.Waves;
import jp.otodoke.platform.web.PageQuery;
import jp.otodoke.platform.web.Paged;
import jp.otodoke.staff.CurrentStaff;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Waves: their progress, starting one by hand, stopping one, and what is due. */
@RestController
@RequestMapping("/api/v1/waves")
class WavesApi {
    private final Waves waves;
    private final BeginWave beginWave;
    private final StopWave stopWave;
    private final CurrentStaff staff;

    WavesApi(Waves waves, BeginWave beginWave, StopWave stopWave, CurrentStaff staff) {
        this.waves = waves;
        this.beginWave = beginWave;
        this.stopWave = stopWave;
        this.staff = staff;
    }

    /** Newest first, in no other order. */
    @GetMapping
    Paged<Wave> list(PageQuery page) {
        page.sort(Set.of("id"), "id,desc");
        return Paged.of(waves.list(page.offset(), page.size()), page, waves.count());
    }

    @GetMapping("/due")
    Waves.Due due() {
        return waves.due();
    }

    @GetMapping("/{wave}")
    Wave show(@PathVariable long wave) {
        return waves.get(wave);
    }

    /** A scope without warehouse and carrier is everything. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Wave begin(@RequestBody WaveScope scope) {
        return waves.get(beginWave.byHand(scope, staff.name()));
    }

    @PostMapping("/{wave}/stop")
    Wave stop(@PathVariable long wave) {
        stopWave.stop(wave, staff.name());
        return waves.get(wave);
    }
}
