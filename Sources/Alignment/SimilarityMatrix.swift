/// Base similarities of all words of one passage with all of the other, row by row.
struct SimilarityMatrix {
  let rows: Int
  let columns: Int
  private var cells: [Float]

  init(rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
    cells = Array(repeating: 0, count: rows * columns)
  }

  subscript(row: Int, column: Int) -> Float {
    get { cells[row * columns + column] }
    set { cells[row * columns + column] = newValue }
  }

  /// 0 outside.
  private func at(_ row: Int, _ column: Int) -> Float {
    row >= 0 && row < rows && column >= 0 && column < columns ? cells[row * columns + column] : 0
  }

  /// Rows and columns with more than `limit` cells above 0; nil when a row and a column of such length cannot meet.
  func crowded(limit: Int) -> (rows: [Bool], columns: [Bool])? {
    guard rows > limit, columns > limit else { return nil }
    var inRow = [Int](repeating: 0, count: rows)
    var inColumn = [Int](repeating: 0, count: columns)
    for row in 0..<rows {
      for column in 0..<columns where cells[row * columns + column] > 0 {
        inRow[row] += 1
        inColumn[column] += 1
      }
    }
    return (inRow.map { $0 > limit }, inColumn.map { $0 > limit })
  }

  /// Similarity of the neighbours of a cell, 0 to 1: for each offset up to three the best of the nearest places, stop words
  /// weighing .6 and places one off .8.
  ///
  /// Symmetric in rows and columns.
  func context(_ i: Int, _ j: Int, _ rowIsStop: [Bool], _ columnIsStop: [Bool]) -> Float {
    var sum: Float = 0
    for distance in 1...3 {
      sum += (side(i, j, -distance, rowIsStop, columnIsStop) + side(i, j, distance, rowIsStop, columnIsStop)) / Float(distance)
    }
    return sum / 3.67
  }

  private func side(_ i: Int, _ j: Int, _ offset: Int, _ rowIsStop: [Bool], _ columnIsStop: [Bool]) -> Float {
    let row = i + offset
    let column = j + offset
    // The passages' common ends are as good as a neighbour in common.
    var best: Float = (row < 0 && column < 0) || (row >= rows && column >= columns) ? 0.6 : 0
    if row >= 0, row < rows {
      let weight: Float = rowIsStop[row] ? 0.6 : 1
      best = max(best, at(row, column) * weight)
      if column + 1 != j { best = max(best, at(row, column + 1) * weight * 0.8) }
      if column - 1 != j { best = max(best, at(row, column - 1) * weight * 0.8) }
    }
    if column >= 0, column < columns {
      let weight: Float = columnIsStop[column] ? 0.6 : 1
      if row + 1 != i { best = max(best, at(row + 1, column) * weight * 0.8) }
      if row - 1 != i { best = max(best, at(row - 1, column) * weight * 0.8) }
    }
    return best
  }
}
