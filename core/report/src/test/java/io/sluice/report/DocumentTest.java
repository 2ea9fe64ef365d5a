package io.sluice.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class DocumentTest {

  private final Table other = Documents.texts("other", "text", "x", "y", "z");
  private final Document document =
      Documents.of(Sentences.of("So it is."), Documents.figure("seen"), Documents.parted(), other);

  @Test
  void tablesBehindFiguresComeLast() {
    assertThat(document.tables())
        .extracting(Table::id)
        .containsExactly("rankings", "other", "seen");
    assertThat(document.figures()).extracting(Figure::id).containsExactly("seen");
  }

  @Test
  void aTableIsFoundByItsId() {
    assertThat(document.table("other")).isEqualTo(other);
    assertThat(document.table("seen").rows()).hasSize(1);
    assertThatExceptionOfType(NoSuchElementException.class)
        .isThrownBy(() -> document.table("others"));
  }

  @Test
  void cutTouchesNoOtherBlock() {
    Document cut = document.cut("rankings", 1);
    assertThat(cut.table("rankings").rows()).hasSize(3);
    assertThat(cut.table("other")).isEqualTo(other);
    assertThat(cut.figures()).isEqualTo(document.figures());
    assertThat(cut.facts()).isEqualTo(document.facts());
    assertThat(document.cut("rankings", Integer.MAX_VALUE)).isEqualTo(document);
  }

  @Test
  void aDrawingIsSvg() {
    Table data = document.table("seen");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Figure("", "<img>", data))
        .withMessage("a drawing begins with <svg");
  }
}
