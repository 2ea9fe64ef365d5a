package io.sluice.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sluice.analysis.Estimate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableTest {

  private static List<String> names(Table table) {
    return table.columns().stream().map(Column::name).toList();
  }

  @Test
  void aPartHasTheRowsOfOneFirstValueWithoutItsColumn() {
    List<Table> parts = Documents.parted().parts();
    assertThat(parts)
        .extracting(Table::caption)
        .containsExactly("Ranking: a", "Ranking: b", "Ranking: c");
    assertThat(parts).extracting(Table::id).doesNotHaveDuplicates();
    assertThat(parts).allSatisfy(part -> assertThat(part.rows()).hasSize(2));
    assertThat(names(parts.get(1))).containsExactly("rank", "seed", "cost");
    assertThat(parts).extracting(Table::method).containsExactly("By rank.", "", "");
  }

  @Test
  void aTableWithoutPartsIsItsOnlyPart() {
    Table whole = Documents.parted().whole();
    assertThat(whole.parts()).containsExactly(whole);
    assertThat(Table.of("empty", "").parted().columns("x").build().parts()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1,3", "2,6", "3,6", "0,0"})
  void cutLeavesSoManyRowsOfEachPart(int most, int left) {
    Table cut = Documents.parted().cut(most);
    assertThat(cut.rows()).hasSize(left);
    assertThat(cut.rows()).isSubsetOf(Documents.parted().rows());
    assertThat(Documents.parted().whole().cut(most).rows()).hasSize(Math.min(most, 6));
  }

  @Test
  void narrowLeavesDetailsOut() {
    Table narrow = Documents.parted().narrow();
    assertThat(names(narrow)).containsExactly("problem", "rank", "cost");
    assertThat(narrow.rows().get(3)).containsExactly(Value.of("b"), Value.of(2L), Value.of(0.5));
    assertThat(narrow.narrow()).isEqualTo(narrow);
  }

  @ParameterizedTest
  @CsvSource({"0,0,6", "4,4,2", "6,6,0", "9,6,0"})
  void headIsWhatIsSeenAtFirst(int head, int seen, int rest) {
    Table.Builder builder = Table.of("t", "T").head(head).columns("x");
    for (int i = 0; i < 6; i++) {
      builder.row(Value.of(i));
    }
    assertThat(builder.build().headRows()).hasSize(seen);
    assertThat(builder.build().rest()).isEqualTo(rest);
  }

  @Test
  void rowsHaveAValueForEachColumn() {
    Table.Builder two = Table.of("pairs", "Pairs").columns("x", "y");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> two.row(Value.of(1)).build())
        .withMessage("1 values for the 2 columns of pairs");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Table.of("one", "").columns("x").row(Value.of(1), Value.of(2)).build())
        .withMessage("2 values for the 1 columns of one");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Table.of("one", "").head(-1).columns("x").build())
        .withMessage("a head of -1 rows in one");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Upper", "two words", "a_b", "-a", "a-", "a--b", "a\"b"})
  void idsAreLowerKebabCase(String id) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Table.of(id, "").columns("x").build())
        .withMessage("a table's id is lower kebab-case, not \"" + id + "\"");
    assertThat(Table.of("a-b2", "").columns("x").build().id()).isEqualTo("a-b2");
  }

  @Test
  void columnsOfNumbersAreTold() {
    Table table =
        Table.of("t", "T")
            .columns("number", "estimate", "text", "none")
            .row(Value.of(1.5), Value.of(new Estimate(1, 0, 2)), Value.of("x"), Value.NONE)
            .row(Value.NONE, Value.NONE, Value.of(2L), Value.NONE)
            .build();
    assertThat(table.isNumeric(0)).isTrue();
    assertThat(table.isNumeric(1)).isFalse();
    assertThat(table.isNumber(1)).isTrue();
    assertThat(table.hasIntervals(0)).isFalse();
    assertThat(table.hasIntervals(1)).isTrue();
    assertThat(table.isNumeric(2)).isFalse();
    assertThat(table.isNumber(2)).isFalse();
    assertThat(table.isNumeric(3)).isTrue();
  }

  @Test
  void anEntryIsATextOrANumber() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Value("1", 1))
        .withMessage("an entry is no Integer");
    assertThat(Value.probability(0.012).text()).isEqualTo("0.012");
    assertThat(Value.probability(1e-9)).isEqualTo(new Value("< 0.0001", 1e-9));
    assertThat(Value.probability(Double.NaN).text()).isEmpty();
  }
}
