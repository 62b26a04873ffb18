package fr.ecolhuma.etreprof.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class CountMatrixTests {

    @Test
    void cellsAreFoundByRowAndColumn() {
        CountMatrix matrix = CountMatrix.of(List.of("a", "b", "c"), new int[] {1, 2, 3, 4, 5, 6});
        assertThat(matrix.rows()).isEqualTo(2);
        assertThat(matrix.columns()).containsExactly("a", "b", "c");
        assertThat(matrix.get(0, 2)).isEqualTo(3);
        assertThat(matrix.get(1, 0)).isEqualTo(4);
        assertThat(matrix.row(1)).containsExactly(4, 5, 6);
    }

    @Test
    void aRowIsACopy() {
        CountMatrix matrix = CountMatrix.of(List.of("a"), new int[] {1});
        matrix.row(0)[0] = 9;
        assertThat(matrix.get(0, 0)).isEqualTo(1);
    }

    @Test
    void aMatrixMayHaveNoRows() {
        assertThat(CountMatrix.of(List.of("a"), new int[0]).rows()).isZero();
    }

    @Test
    void cellsMustFillWholeRows() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CountMatrix.of(List.of("a", "b"), new int[3]))
                .withMessage("found 3 cells for 2 columns, expected whole rows");
        assertThatIllegalArgumentException().isThrownBy(() -> CountMatrix.of(List.of(), new int[0]));
    }
}
