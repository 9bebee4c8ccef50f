// A person's pictures and choices in; answers on the page out. Here its parts are put together.
import { CameraDesk } from './camera-desk'
import { startDropZone } from './drop-zone'
import { Engine } from './engine'
import { startFileChoice } from './file-choice'
import { LoadingView } from './loading-view'
import { keepForOffline } from './offline'
import { startPaste } from './paste'
import { PictureDesk } from './picture-desk'
import type { GivenPicture } from './picture-listener'
import { Samples } from './samples'
import type { Settings } from './settings'
import { SettingsForm } from './settings-form'
import { startThemeToggle } from './theme-toggle'
import { makeViews } from './views'

startThemeToggle()
const views = makeViews()
const engine = new Engine(new LoadingView())
const desk = new PictureDesk(engine, views)
const form = new SettingsForm()

const take = (picture: GivenPicture): void => {
  camera.yield()
  samples.mark(undefined)
  void desk.take(picture)
}
const samples = new Samples(take, (error) => views.problem.show('The sample could not be loaded', error))
const openPhotoProgram = startFileChoice(take)
const camera = new CameraDesk(engine, views, {
  onPicture: take,
  onStart: () => {
    desk.clear()
    samples.mark(undefined)
  },
  onAbsent: openPhotoProgram,
})
startDropZone(views.stage.box, take)
startPaste(take, (error) => views.problem.show('Nothing could be pasted', error))

async function follow(settings: Settings): Promise<void> {
  views.backend.clear()
  const change = engine.use(settings)
  const again = desk.askAgain()
  try {
    const classifier = await change
    views.backend.show(classifier)
    views.result.offer(classifier.labels)
  } catch (error) {
    views.problem.show(`${settings.model} cannot be used`, error)
  }
  await again
}

form.onChange((settings) => void follow(settings))
void follow(form.chosen).then(keepForOffline).catch(() => undefined)
