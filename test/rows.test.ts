import { allRows } from './rows';
import { describeRows } from './support/control-tester';

for (const rows of allRows) describeRows(rows);
