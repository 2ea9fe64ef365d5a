package io.sluice.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasurementLogTest {

  private static void look(MeasurementLog log, int trial, int look, int readings) {
    log.begin(look, 3.0 * look + trial);
    for (int reading = 0; reading < readings; reading++) {
      log.add(value(trial, look, reading));
    }
  }

  private static double value(int trial, int look, int reading) {
    return look % 7 == 6 ? Double.NaN : trial * 1e6 + look + reading / 1024.0;
  }

  private static void isWhole(MeasurementLog log, int trial, int looks, int readings) {
    MeasurementLog.Reader reader = log.new Reader();
    for (int look = 0; look < looks; look++) {
      assertThat(reader.advance()).isTrue();
      assertThat(reader.step()).isEqualTo(look);
      assertThat(reader.cost()).isEqualTo(3.0 * look + trial);
      for (int reading = 0; reading < readings; reading++) {
        assertThat(Double.compare(reader.value(reading), value(trial, look, reading))).isZero();
      }
    }
    assertThat(reader.advance()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1, 1, 1",
    "0, 3, 5000, 11",
    "20000, 4, 3000, 2",
    "1000000, 3, 5000, 11",
    "0, 2, 40, 9000",
    "0, 2, 0, 3",
    "0, 2, 9, 0",
  })
  void looksComeBackAsTheyWereWhateverTheRoom(int room, int trials, int looks, int readings) {
    MeasurementRoom shared = new MeasurementRoom(room);
    MeasurementFile file = new MeasurementFile();
    List<MeasurementLog> logs = new ArrayList<>();
    for (int trial = 0; trial < trials; trial++) {
      logs.add(new MeasurementLog(shared, file, readings));
    }
    for (int look = 0; look < looks; look++) {
      for (int trial = 0; trial < trials; trial++) {
        look(logs.get(trial), trial, look, readings);
      }
    }
    logs.forEach(MeasurementLog::settle);
    for (int trial = 0; trial < trials; trial++) {
      isWhole(logs.get(trial), trial, looks, readings);
      logs.get(trial).close();
      logs.get(trial).close();
    }
    assertThat(shared.taken()).isZero();
  }

  @Test
  void memoryHasABoundWhateverTheLooksAndTheTrials() {
    int numbers = 50_000;
    MeasurementRoom room = new MeasurementRoom(numbers);
    List<MeasurementLog> over = new ArrayList<>();
    for (int block = 0; block < 8; block++) {
      MeasurementFile file = new MeasurementFile();
      MeasurementLog one = new MeasurementLog(room, file, 6);
      MeasurementLog other = new MeasurementLog(room, file, 6);
      for (int look = 0; look < 20_000; look++) {
        look(one, 1, look, 6);
        look(other, 2, look, 6);
        assertThat(room.taken()).isLessThan(numbers + 4 * 8 * 2);
      }
      one.settle();
      other.settle();
      over.add(one);
      over.add(other);
    }
    for (int i = 0; i < over.size(); i++) {
      isWhole(over.get(i), 1 + i % 2, 20_000, 6);
      over.get(i).close();
    }
    assertThat(room.taken()).isZero();
  }
}
